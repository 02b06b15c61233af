/** How values of a Domain are said elsewhere. Each gives undefined for what can't be. */
import { sizeInBytes } from '../../table/index.ts'
import type { Codec } from './part.ts'

/** A text of one line. */
export function line(held: unknown): string | undefined {
  return typeof held === 'string' && held !== '' && !/\p{Cc}|\p{Cs}|[\u2028\u2029]/u.test(held)
    ? held
    : undefined
}

/** Any text that is not empty. */
export function lines(held: unknown): string | undefined {
  return typeof held === 'string' && held.trim() !== '' && held.isWellFormed() && !held.includes('\0')
    ? held
    : undefined
}

/** A path from the root. */
export function wholePath(held: unknown): string | undefined {
  return typeof held === 'string' && held.startsWith('/') ? line(held) : undefined
}

export function whole(held: unknown): number | undefined {
  return typeof held === 'number' && Number.isSafeInteger(held) && held >= 0 ? held : undefined
}

/** Words of libvirt's by those of the target. */
export function words<T>(table: Readonly<Record<string, T>>): Codec<T> {
  const known = new Map(Object.entries(table))
  return (held) => (typeof held === 'string' ? known.get(held) : undefined)
}

/** Bytes of a size of libvirt's, where a bare number counts KiB. */
export function bytes(held: unknown): number | undefined {
  const found = typeof held === 'string' ? sizeInBytes(held, 1024) : undefined
  return found !== undefined && Number.isSafeInteger(found) && found > 0 ? found : undefined
}

/** The same in whole MiB. */
export function mebibytes(held: unknown): number | undefined {
  const found = bytes(held)
  return found !== undefined && found % 1024 ** 2 === 0 ? found / 1024 ** 2 : undefined
}

export function mac(held: unknown): string | undefined {
  return typeof held === 'string' && /^(?:[\da-f]{2}:){5}[\da-f]{2}$/i.test(held) ? held : undefined
}
