/** What goes into a seed image. */
import { utf8Encode } from '../text/index.ts'

/** One file of the image's only directory. */
export interface SeedFile {
  /** As `isSeedFileName` takes it. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** Longest name in UTF-16 units (Joliet, File Identifiers: 128 bytes). */
const longestJoliet = 64
/** Longest name in bytes of UTF-8, so that its Rock Ridge entry stays within one directory record of 255 bytes. */
const longestRockRidge = 128

/**
 * True for a name that every tree can say as it is: Joliet and FAT both forbid `" * / : ; < > ? \ |`, and FAT drops a
 * space or a period at the end (Microsoft, FAT32 File System Specification, long names).
 */
export function isSeedFileName(name: string): boolean {
  return (
    name.isWellFormed() &&
    name.length <= longestJoliet &&
    utf8Encode(name).length <= longestRockRidge &&
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    /^[^"*/:;<>?\\|\x00-\x1f\x7f]*[^"*/:;<>?\\|\x00-\x1f\x7f .]$/.test(name)
  )
}

/**
 * The names of NoCloud are fixed, so another one is a mistake in the program.
 *
 * @throws RangeError for a name that no tree can say, or two that are the same but for their case
 */
export function assertSeedFiles(files: readonly SeedFile[]): void {
  const taken = new Set<string>()
  for (const { name } of files) {
    const key = name.toUpperCase()
    if (!isSeedFileName(name) || taken.has(key))
      throw new RangeError(`${JSON.stringify(name)} is no name for a file of a seed image, or is there twice`)
    taken.add(key)
  }
}
