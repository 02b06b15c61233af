/** A map whose values have yet to be looked at. */
export type UnknownRecord = Readonly<Record<string, unknown>>

/** True for a map; false for a list, null and every scalar. */
export function isRecord(held: unknown): held is UnknownRecord {
  return typeof held === 'object' && held !== null && !Array.isArray(held)
}
