/** A command line on its way to a Domain: each family of devices takes the options that are its own. */
import type { Board, DeviceList, Devices, Domain, Item } from '../../domain/index.ts'
import type { Finding } from '../../finding.ts'
import type { CommandOption } from '../words/command-options.ts'
import type { Beside } from '../words/commands.ts'
import { OptionInHand } from './option-in-hand.ts'
import { joined } from './take-properties.ts'

/** What there is at most one of: memballoon, vsock … */
type SingleKey = Exclude<keyof Devices, DeviceList | '$rest'>

/** A device that was read, and all options that say it: the device itself first, then its back ends. */
export interface ReadDevice {
  readonly list: DeviceList | SingleKey
  readonly item: object
  readonly options: readonly OptionInHand[]
  readonly isOne: boolean
}

/** A Domain whose members can be set. */
export type DomainDraft = { -readonly [Key in keyof Domain]: Domain[Key] }

export class Reading {
  readonly options: readonly OptionInHand[]
  readonly domain: DomainDraft = {}
  /** Members of devices that no option says alone; a device that an option says is for `put`. */
  readonly single: { -readonly [Key in keyof Devices]: Devices[Key] } = {}
  readonly read: ReadDevice[] = []
  readonly findings: Finding[] = []
  /** What libvirt could not start QEMU with, and nothing of the machine is in: each with the reason. */
  readonly leftOut: { readonly option: OptionInHand; readonly why: string }[] = []
  readonly arch: string
  readonly board: Board
  /** The machine type, or what QEMU takes without one. */
  readonly machine: string
  /** Variables of QEMU's environment that were set before the program; those left become qemu:env. */
  readonly environment: Map<string, string>
  /** Programs that are started beside QEMU. */
  readonly besides: readonly Beside[]
  private readonly byId = new Map<string, OptionInHand>()

  constructor(
    options: readonly CommandOption[],
    arch: string,
    board: Board,
    machine: string,
    environment: ReadonlyMap<string, string>,
    besides: readonly Beside[],
  ) {
    this.options = options.map((option) => new OptionInHand(option))
    this.arch = arch
    this.board = board
    this.machine = machine
    this.environment = new Map(environment)
    this.besides = besides
    for (const option of this.options)
      for (const [key, id] of option.written.pairs)
        if (key === 'id' || key === 'node-name') this.byId.set(`${option.name} ${id}`, option)
  }

  /** Whether QEMU adds a network card, a screen and so on by itself where no option speaks of them. */
  get hasDefaults(): boolean {
    return !this.options.some(({ name }) => name === 'nodefaults')
  }

  /** What runs beside QEMU and listens on a socket. */
  listenerOn(socket: string | undefined): Beside | undefined {
    return this.besides.find((one) => one.socket === socket)
  }

  /** Options of a name that nobody has read yet. */
  unread(...names: readonly string[]): OptionInHand[] {
    return this.options.filter((option) => !option.isRead && names.includes(option.name))
  }

  /** Takes all options of these names, which say all that they say by being there; whether there was one. */
  takeFlag(...names: readonly string[]): boolean {
    const options = this.unread(...names)
    for (const option of options) option.finish()
    return options.length > 0
  }

  /** `-device` of these drivers that nobody has read yet. */
  devices(fits: (driver: string) => boolean): OptionInHand[] {
    return this.unread('device').filter((option) => fits(option.peek('driver') ?? ''))
  }

  /** The back end that a device names: `netdev`, `net0`. A `node-name` is an id as well. */
  named(name: string, id: string | undefined): OptionInHand | undefined {
    return id === undefined ? undefined : this.byId.get(`${name} ${id}`)
  }

  /** Adds to what the machine says, map by map; undefined says nothing. */
  say(more: Domain): void {
    Object.assign(this.domain, joined(this.domain, more))
  }

  /** Leaves an option out, with a finding that says why. */
  leaveOut(option: OptionInHand, why: string): void {
    option.finish()
    this.leftOut.push({ option, why })
  }

  /**
   * Adds a device. Whatever is left in its options at the end is kept: keys of the device itself as qemu:override,
   * anything else makes the whole device one of qemu:commandline.
   *
   * @param item of the list; keys may be undefined
   * @param options that say it, the `-device` first
   */
  add<Key extends DeviceList>(
    list: Key,
    item: Item<Devices[Key]> & object,
    options: readonly OptionInHand[],
  ): void {
    for (const option of options) option.isRead = true
    this.read.push({ list, item, options, isOne: false })
  }

  /** The same for what there is one of; a second one is kept as it is. */
  put<Key extends SingleKey>(key: Key, item: Devices[Key] & object, options: readonly OptionInHand[]): void {
    if (this.read.some(({ list }) => list === key)) return
    for (const option of options) option.isRead = true
    this.read.push({ list: key, item, options, isOne: true })
  }
}
