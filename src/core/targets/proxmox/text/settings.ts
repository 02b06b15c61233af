/** What a configuration says, line by line, before anybody knows what it means. */
import type { Position } from '../../../finding.ts'

/** One `key: value` of a file, or `--key value` of a command. */
export interface Setting {
  readonly key: string
  readonly value: string
  readonly position?: Position
}

/** A part of a file: all above the first `[…]`, or what follows one. */
export interface Section {
  /** `pending` are changes that wait for the next start, `special` is what Proxmox VE keeps for itself. */
  readonly kind: 'main' | 'pending' | 'snapshot' | 'special'
  readonly name: string
  /** The lines that begin with `#`, decoded; '' for none. */
  readonly description: string
  readonly settings: readonly Setting[]
  readonly position: Position
}

/** One VM of a text. */
export interface VmSettings {
  /** Its number; undefined where the text does not say it. */
  readonly id: string | undefined
  /** A file says all there is; a command leaves things to Proxmox VE, which makes them up. */
  readonly from: 'file' | 'command'
  readonly sections: readonly Section[]
  /** Lines that are no setting. */
  readonly unread: readonly { readonly text: string; readonly position: Position }[]
  /** Directory mappings that the text makes: their name and the path on the host. */
  readonly directories: ReadonlyMap<string, string>
}
