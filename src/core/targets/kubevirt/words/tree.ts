/** Values in nested maps, by the way to them. */
import { isRecord, type UnknownRecord } from '../../../table/index.ts'
import { ownValue, setOwn } from '../../../text/index.ts'

export type Way = readonly string[]

export function heldAt(held: unknown, way: Way): unknown {
  let inner = held
  for (const key of way) inner = isRecord(inner) ? ownValue(inner, key) : undefined
  return inner
}

/** Sets a value, making the maps on the way anew. */
export function setAt(map: Record<string, unknown>, [first = '', ...deeper]: Way, value: unknown): void {
  if (deeper.length === 0) {
    setOwn(map, first, value)
    return
  }
  const before = ownValue(map, first)
  const inner: Record<string, unknown> = isRecord(before) ? { ...before } : {}
  setAt(inner, deeper, value)
  setOwn(map, first, inner)
}

/** Two maps in one, also inside; the second one counts. */
export function merged(one: UnknownRecord, other: UnknownRecord): UnknownRecord {
  const result: Record<string, unknown> = { ...one }
  for (const [key, value] of Object.entries(other)) {
    const before = ownValue(one, key)
    setOwn(result, key, isRecord(before) && isRecord(value) ? merged(before, value) : value)
  }
  return result
}

/** The values that are said, under their key. */
export function given<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  const made: Partial<Record<K, T>> = {}
  if (value !== undefined) made[key] = value
  return made
}
