/** A map whose values have yet to be looked at. */
export type UnknownRecord = Readonly<Record<string, unknown>>

/** True for a map; false for a list, null and every scalar. */
export function isRecord(held: unknown): held is UnknownRecord {
  return typeof held === 'object' && held !== null && !Array.isArray(held)
}

/** The word that a single value is; '' for a map and a list, which may hold a `toString` of their own, and for nothing. */
export function wordOf(held: unknown): string {
  return typeof held === 'object' || held === undefined ? '' : String(held)
}
