import type { Path } from '../finding.ts'

/** The group of it, which the page names it by and its finding has in its code. */
export type HostReachKind =
  | 'folder'
  | 'file'
  | 'program'
  | 'device'
  | 'network'
  | 'connection'
  | 'open-port'
  | 'secret'
  | 'image'
  | 'command'
  | 'xml'
  | 'qemu'
  | 'protection'

export interface HostReach {
  readonly kind: HostReachKind
  /** Into the spec. */
  readonly path: Path
  /** What of the host it touches, as a sentence without its end. */
  readonly text: string
}

/** The same with a path into the Domain. */
export type Found = HostReach

/** Undefined stands for an address that is not said, which is loopback for whatever listens here. */
export function isLoopback(address: string | undefined): boolean {
  return address === undefined || /^(?:127\.|\[?::1\]?$|localhost$)/.test(address)
}
