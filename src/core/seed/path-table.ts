/** The path table, which lists the directories of a tree (ECMA-119 9.4). A seed has one: the root. */
import { bigEndian, littleEndian } from './bytes.ts'

/** Bytes of the table in either order. */
export const pathTableBytes = 10

/** The table that little-endian machines read (ECMA-119 8.4.14). */
export function littleEndianPathTable(rootSector: number): number[] {
  return pathTable(rootSector, littleEndian)
}

/** The table that big-endian machines read (ECMA-119 8.4.16). */
export function bigEndianPathTable(rootSector: number): number[] {
  return pathTable(rootSector, bigEndian)
}

/** The root is its own parent, and its name of one zero byte is padded to an even length. */
function pathTable(rootSector: number, number: (value: number, length: number) => number[]): number[] {
  return [1, 0, ...number(rootSector, 4), ...number(1, 2), 0, 0]
}
