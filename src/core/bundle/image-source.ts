/** What the address of an image tells, and that of the publisher's sums. */
import type { VmSpec } from '../spec/index.ts'
import { ownValue } from '../text/index.ts'
import { pathWord, word } from './shell-words.ts'

export type ImageSource = NonNullable<VmSpec['source']>

/** True for an address; a path is used where it is. */
export function isFetched(url: string | undefined): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(url ?? '') && !/^file:/i.test(url ?? '')
}

/** The path of an image that is not fetched, as a word of the script; beside it, when the path is not whole. */
export function localImage(url: string): string {
  const path = url.replace(/^file:\/\/(localhost)?(?=\/)/i, '')
  return /^(\/|~\/)/.test(path) ? pathWord(path) : `"$here"/${word(path)}`
}

/** The publisher's file of sums, where the design says no sum itself. */
export function publishedSums({ checksum, checksum_url: url }: ImageSource): string | undefined {
  return checksum?.value === undefined ? url : undefined
}

/** An image that its publisher packed, by the end of its address: the program that unpacks it. */
const packers = { xz: 'xz', gz: 'gzip', bz2: 'bzip2', zst: 'zstd' } as const

/** The program that unpacks what is fetched; undefined when it is a disk as it is. */
export function packerOf({ url }: ImageSource): string | undefined {
  const end = lastOf(url ?? '').toLowerCase()
  return isFetched(url) ? ownValue(packers, end.slice(end.lastIndexOf('.') + 1)) : undefined
}

/** The last part of an address or a path. */
export function lastOf(address: string): string {
  const [path = ''] = address.split(/[?#]/, 1)
  return path.slice(path.lastIndexOf('/') + 1)
}
