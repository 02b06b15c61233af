/** Numbers and texts as ISO 9660 and FAT write them. */

/** Least significant byte first (ECMA-119 7.2.1, 7.3.1). */
export function littleEndian(value: number, length: number): number[] {
  return Array.from({ length }, (_, index) => Math.floor(value / 256 ** index) % 256)
}

/** Most significant byte first (ECMA-119 7.2.2, 7.3.2). */
export function bigEndian(value: number, length: number): number[] {
  return littleEndian(value, length).reverse()
}

/** Both orders, one after the other (ECMA-119 7.2.3, 7.3.3). */
export function bothEndian(value: number, length: number): number[] {
  return [...littleEndian(value, length), ...bigEndian(value, length)]
}

/** The bytes of a text of ASCII. */
export function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0))
}

/** The UTF-16 units of a text, most significant byte first: what Joliet calls UCS-2. */
export function ucs2BigEndian(text: string): number[] {
  return Array.from({ length: text.length }, (_, index) => bigEndian(text.charCodeAt(index), 2)).flat()
}

/** `value` rounded up to whole units, in units. */
export function unitsFor(value: number, unit: number): number {
  return Math.ceil(value / unit)
}
