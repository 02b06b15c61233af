/** What a spec need not say. */
import { type Field, innerShape, isRecord, type Shape, type UnknownRecord } from '../table/index.ts'
import { ownValue, setOwn } from '../text/index.ts'
import { type VmSpec, vmSpec } from './vm-spec.ts'

/**
 * The spec without what goes without saying: values that are the default of their own field, maps that say nothing.
 * What stands below `libvirt` is never left out: there the author's word may differ from what libvirt does by itself.
 */
export function withoutDefaults(spec: VmSpec): VmSpec {
  return without(vmSpec, spec, spec)
}

function without<T extends UnknownRecord>(shape: Shape, map: T, spec: VmSpec): T
function without(shape: Shape, map: UnknownRecord, spec: VmSpec): UnknownRecord {
  const short: Record<string, unknown> = {}
  for (const [key, held] of Object.entries(map)) {
    const field = ownValue(shape, key)
    const value = key === 'libvirt' && shape === vmSpec ? held : field ? shortValue(field, held, spec) : held
    if (value !== undefined) setOwn(short, key, value)
  }
  return short
}

function shortValue(field: Field, held: unknown, spec: VmSpec): unknown {
  const shape = innerShape(field)
  if (shape && isRecord(held)) {
    const short = without(shape, held, spec)
    if (Object.keys(short).length > 0) return short
    const { countsBeside } = field.meta
    return countsBeside !== undefined && isSaid(spec, countsBeside) ? firstDefault(shape) : undefined
  }
  if (shape && Array.isArray(held))
    return held.map((item: unknown) => (isRecord(item) ? without(shape, item, spec) : item))
  return 'scalar' in field && held !== undefined && held === defaultIn(spec, field) ? undefined : held
}

/** What the field is when nobody says it; undefined where something else of the design decides that. */
function defaultIn(spec: VmSpec, { meta: { default: value, defaultUnless } }: Field) {
  return defaultUnless !== undefined && isSaid(spec, [defaultUnless]) ? undefined : value
}

function isSaid(spec: VmSpec, path: readonly string[]): boolean {
  let held: unknown = spec
  for (const key of path) held = isRecord(held) ? ownValue(held, key) : undefined
  return held !== undefined
}

/** The fewest words in which a map is there and says nothing else. */
function firstDefault(shape: Shape): UnknownRecord {
  const first = Object.entries(shape).find(([, { meta }]) => meta.default !== undefined)
  return first === undefined ? {} : { [first[0]]: first[1].meta.default }
}

/**
 * The spec as a text should say it that said another one before: defaults stay where that one said something, and are
 * left out where it did not.
 */
export function withSaidDefaults(spec: VmSpec, said: VmSpec): UnknownRecord {
  return withSaid(vmSpec, spec, said, spec)
}

function withSaid(shape: Shape, map: UnknownRecord, said: UnknownRecord, spec: VmSpec): UnknownRecord {
  return Object.fromEntries(
    Object.entries(map).flatMap(([key, held]): [string, unknown][] => {
      const field = ownValue(shape, key)
      if (!field || (key === 'libvirt' && shape === vmSpec)) return [[key, held]]
      const before = ownValue(said, key)
      const inner = innerShape(field)
      if (inner && isRecord(held) && isRecord(before)) return [[key, withSaid(inner, held, before, spec)]]
      const value = before === undefined ? shortValue(field, held, spec) : held
      return value === undefined ? [] : [[key, value]]
    }),
  )
}
