/** What a spec need not say. */
import {
  bareField,
  type Field,
  innerShape,
  isRecord,
  type Shape,
  type UnknownRecord,
} from '../table/index.ts'
import { ownValue, setOwn } from '../text/index.ts'
import { type VmSpec, vmSpec } from './vm-spec.ts'

/**
 * The spec without what goes without saying: values that are the default of their own field, maps that say nothing.
 * What stands below `libvirt` is never left out: there the author's word may differ from what libvirt does by itself.
 */
export function withoutDefaults(spec: VmSpec): VmSpec {
  return without(vmSpec, spec)
}

function without<T extends UnknownRecord>(shape: Shape, map: T): T
function without(shape: Shape, map: UnknownRecord): UnknownRecord {
  const short: Record<string, unknown> = {}
  for (const [key, held] of Object.entries(map)) {
    const field = ownValue(shape, key)
    const value = key === 'libvirt' && shape === vmSpec ? held : field ? shortValue(field, held) : held
    if (value !== undefined) setOwn(short, key, value)
  }
  return short
}

function shortValue(field: Field, held: unknown): unknown {
  const bare = bareField(field)
  const shape = innerShape(bare)
  if (shape && isRecord(held)) {
    const short = without(shape, held)
    return Object.keys(short).length === 0 ? undefined : short
  }
  if (shape && Array.isArray(held))
    return held.map((item: unknown) => (isRecord(item) ? without(shape, item) : item))
  return 'scalar' in bare && held !== undefined && held === field.meta.default ? undefined : held
}

/**
 * The spec as a text should say it that said another one before: defaults stay where that one said something, and are
 * left out where it did not.
 */
export function withSaidDefaults(spec: VmSpec, said: VmSpec): UnknownRecord {
  return withSaid(vmSpec, spec, said)
}

function withSaid(shape: Shape, map: UnknownRecord, said: UnknownRecord): UnknownRecord {
  return Object.fromEntries(
    Object.entries(map).flatMap(([key, held]): [string, unknown][] => {
      const field = ownValue(shape, key)
      if (!field || (key === 'libvirt' && shape === vmSpec)) return [[key, held]]
      const before = ownValue(said, key)
      const inner = innerShape(bareField(field))
      if (inner && isRecord(held) && isRecord(before)) return [[key, withSaid(inner, held, before)]]
      const value = before === undefined ? shortValue(field, held) : held
      return value === undefined ? [] : [[key, value]]
    }),
  )
}
