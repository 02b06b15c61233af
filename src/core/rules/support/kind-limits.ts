/** Keys of a device that only some kinds of it know: a table of libvirt's combinations, checked in one place. */
import { virtioDriver } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { isRecord } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import { at, removeFix } from './place.ts'
import type { Problem, RuleContext } from './rule.ts'

/** By the place of a key below the device (`driver.queues`), the kinds that know it. */
export type KindLimits = Readonly<Record<string, readonly string[]>>

/** The options of `<driver>` that every virtio device has, for the kinds that are one. */
export function virtioLimits(kinds: readonly string[]): KindLimits {
  return Object.fromEntries(Object.keys(virtioDriver).map((key) => [`driver.${key}`, kinds]))
}

export interface KindOfDevice {
  readonly item: unknown
  readonly path: Path
  /** Undefined when the device does not say it: nothing is wrong then. */
  readonly kind: string | undefined
  /** `disk on the bus`, before the kind. */
  readonly what: string
}

/** A problem for each key that is said and that this kind does not know; its fix leaves the key out. */
export function* beyondKind(
  context: RuleContext,
  device: KindOfDevice,
  limits: KindLimits,
): Generator<Problem> {
  const { item, path, kind, what } = device
  if (kind === undefined) return
  for (const { key, kinds, steps } of stepsOf(limits)) {
    if (heldAt(item, steps) === undefined || kinds.includes(kind)) continue
    yield {
      path: at(context, ...path, ...steps),
      message: `${key} is for a ${what} ${kinds.join(' or ')}; this one is ${kind}. Leave it out.`,
      fix: removeFix(context, `Leave ${key} out`, [...path, ...steps]),
    }
  }
}

interface Limit {
  readonly key: string
  readonly kinds: readonly string[]
  readonly steps: readonly string[]
}

const split = new WeakMap<KindLimits, readonly Limit[]>()

function stepsOf(limits: KindLimits): readonly Limit[] {
  const known = split.get(limits)
  if (known !== undefined) return known
  const made = Object.entries(limits).map(([key, kinds]) => ({ key, kinds, steps: key.split('.') }))
  split.set(limits, made)
  return made
}

/** The value some steps below another; undefined when it is not there. */
export function heldAt(value: unknown, steps: readonly string[]): unknown {
  let held = value
  for (const step of steps) held = isRecord(held) ? ownValue(held, step) : undefined
  return held
}
