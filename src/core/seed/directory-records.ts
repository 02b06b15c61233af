/** The records of a directory (ECMA-119 9.1), and how they fill its sectors (6.8.1.1). */
import { bothEndian, unitsFor } from './bytes.ts'
import { recordDate, sectorBytes } from './sector.ts'

/** One file or directory, as its directory names it. */
export interface DirectoryEntry {
  readonly identifier: readonly number[]
  readonly sector: number
  readonly bytes: number
  readonly isDirectory: boolean
  /** What SUSP adds; empty where it is not spoken. */
  readonly systemUse: readonly number[]
}

/** The directory itself, also the root's name in the path table and the descriptor (ECMA-119 7.6.2). */
export const rootIdentifier: readonly number[] = [0]
/** The directory above, which for the root is the root (ECMA-119 7.6.2). */
export const parentIdentifier: readonly number[] = [1]

/** Flag of a directory (ECMA-119 9.1.6). */
const directoryFlag = 2

/** One record, of an even length. */
export function directoryRecord(entry: DirectoryEntry): number[] {
  const { identifier, systemUse } = entry
  const record = [
    0,
    ...bothEndian(entry.sector, 4),
    ...bothEndian(entry.bytes, 4),
    ...recordDate,
    entry.isDirectory ? directoryFlag : 0,
    0,
    0,
    ...bothEndian(1, 2),
    identifier.length,
    ...identifier,
    ...(identifier.length % 2 === 0 ? [0] : []),
    ...systemUse,
    ...(systemUse.length % 2 === 0 ? [] : [0]),
  ]
  return [record.length + 1, ...record]
}

/** The sectors of a directory: no record crosses the end of one, and what is left of it is zero. */
export function directorySectors(records: readonly (readonly number[])[]): Uint8Array {
  const places: { readonly at: number; readonly record: readonly number[] }[] = []
  let end = 0
  for (const record of records) {
    const left = sectorBytes - (end % sectorBytes)
    if (record.length > left) end += left
    places.push({ at: end, record })
    end += record.length
  }
  const sectors = new Uint8Array(unitsFor(end, sectorBytes) * sectorBytes)
  for (const { at, record } of places) sectors.set(record, at)
  return sectors
}
