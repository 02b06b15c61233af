/** What a value keeps that its table does not know. */
import type { Rest } from './field.ts'
import { isRecord, type UnknownRecord } from './record.ts'

export function restOf(value: UnknownRecord): Rest | undefined {
  const rest = value['$rest']
  return isRest(rest) ? rest : undefined
}

function isRest(rest: unknown): rest is Rest {
  return isRecord(rest)
}
