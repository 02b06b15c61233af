/** Where what is fetched is kept on the host. */
import { sha256, utf8Encode, withoutEnd } from '../text/index.ts'
import type { HostPaths } from './host-paths.ts'

/** In characters, with eight digits before them: file systems take 255 bytes. */
const longest = 72

/** How it is kept. */
export interface Keeping {
  /** Where its author wants it. */
  readonly directory?: string | undefined
  /** What it was held against when it came, where that is not asked again. */
  readonly heldAgainst?: string
}

/**
 * The file of an address: beside the VMs, since their disks stand on it, and what is called a cache may be emptied at
 * any time. Two addresses never meet in one file, and a person still knows what it is.
 */
export function cachedImage(
  { stateDir }: HostPaths,
  url: string,
  { directory, heldAgainst = '' }: Keeping = {},
): string {
  const [address = ''] = url.split(/[?#]/, 1)
  const last = withoutEnd(address, /\//)
  const name = last.slice(last.lastIndexOf('/') + 1).replace(/[^A-Za-z0-9._-]/g, '-')
  const place = directory ?? `${stateDir.slice(0, stateDir.lastIndexOf('/'))}/.images`
  const plain = name.slice(0, longest).replace(/^\.+/, '_') || 'vm'
  return `${place}/${sha256(utf8Encode(url + heldAgainst)).slice(0, 8)}-${plain}`
}
