/** Keys of a device that only some kinds of it know: a table of libvirt's combinations, checked in one place. */
import { virtioDriver } from '../../domain/index.ts'
import { isRecord } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import type { DomainProblem } from './rule.ts'

/** By the place of a key below the device (`driver.queues`), the kinds that know it. */
export type KindLimits = Readonly<Record<string, readonly string[]>>

/** The options of `<driver>` that every virtio device has, for the kinds that are one. */
export function virtioLimits(kinds: readonly string[]): KindLimits {
  return Object.fromEntries(Object.keys(virtioDriver).map((key) => [`driver.${key}`, kinds]))
}

/**
 * A problem for each key that is said and that this kind does not know; its fix leaves the key out.
 *
 * @param kind undefined when the device does not say it: nothing is wrong then
 * @param what `disk on the bus`, before the kind
 */
export function* beyondKind(
  device: object,
  kind: string | undefined,
  what: string,
  limits: KindLimits,
): Generator<DomainProblem> {
  if (kind === undefined) return
  for (const { key, kinds, steps } of stepsOf(limits))
    if (heldAt(device, steps) !== undefined && !kinds.includes(kind))
      yield {
        at: steps,
        message: `${key} is for a ${what} ${kinds.join(' or ')}; this one is ${kind}. Leave it out.`,
        fix: { title: `Leave ${key} out` },
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
