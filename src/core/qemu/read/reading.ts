/** A command line on its way to a Domain: each family of devices takes the options that are its own. */
import type { Domain } from '../../domain/index.ts'
import type { Finding } from '../../finding.ts'
import type { Board, Devices, Item } from '../build.ts'
import { OptionInHand } from './option-in-hand.ts'
import type { CommandOption } from './options.ts'

/** Lists of devices; what there is at most one of in a Domain is a member. */
type ListKey = {
  [Key in keyof Devices]-?: NonNullable<Devices[Key]> extends readonly unknown[] ? Key : never
}[keyof Devices]

/** A device that was read, and all options that say it: the device itself first, then its back ends. */
export interface ReadDevice {
  readonly list: ListKey
  readonly item: object
  readonly options: readonly OptionInHand[]
}

/** A Domain whose members can be set. */
export type DomainDraft = { -readonly [Key in keyof Domain]: Domain[Key] }

export class Reading {
  readonly options: readonly OptionInHand[]
  readonly domain: DomainDraft = {}
  /** Devices that there is one of: memballoon, vsock, emulator … */
  readonly single: { -readonly [Key in keyof Devices]: Devices[Key] } = {}
  readonly read: ReadDevice[] = []
  readonly findings: Finding[] = []
  readonly arch: string
  readonly board: Board

  constructor(options: readonly CommandOption[], arch: string, board: Board) {
    this.options = options.map((option) => new OptionInHand(option))
    this.arch = arch
    this.board = board
  }

  /** Options of a name that nobody has read yet. */
  unread(...names: readonly string[]): OptionInHand[] {
    return this.options.filter((option) => !option.isRead && names.includes(option.name))
  }

  /** `-device` of these drivers that nobody has read yet. */
  devices(fits: (driver: string) => boolean): OptionInHand[] {
    return this.unread('device').filter((option) => fits(option.peek('driver') ?? ''))
  }

  /** The back end that a device names: `netdev`, `net0`. A `node-name` is an id as well. */
  named(name: string, id: string | undefined): OptionInHand | undefined {
    if (id === undefined) return undefined
    return this.options.find(
      (option) => option.name === name && (option.peek('id') === id || option.peek('node-name') === id),
    )
  }

  /**
   * Adds a device. Whatever is left in its options at the end is kept: keys of the device itself as qemu:override,
   * anything else makes the whole device one of qemu:commandline.
   *
   * @param item of the list; keys may be undefined
   * @param options that say it, the `-device` first
   */
  add<Key extends ListKey>(
    list: Key,
    item: Item<Devices[Key]> & object,
    options: readonly OptionInHand[],
  ): void {
    for (const option of options) option.isRead = true
    this.read.push({ list, item, options })
  }
}
