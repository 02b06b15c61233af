import { isRecord } from '../table/index.ts'
import { ownValue } from '../text/index.ts'

/** True when two plain values say the same; the order of keys and keys without a value say nothing. */
export function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => equal(item, b[index]))
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => equal(ownOf(a, key), ownOf(b, key)))
}

function ownOf(map: Readonly<Record<string, unknown>>, key: string): unknown {
  return ownValue(map, key)
}
