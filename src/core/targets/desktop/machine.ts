/** A VM of a desktop's hypervisor, whatever format it is written in, and what there is to say of the way over. */

import type { Finding, Position, Severity } from '../../finding.ts'
import type { DesktopWords } from '../../finding-codes.ts'
import type { UnknownRecord } from '../../table/index.ts'
import type { ReadOnlyTargetId } from '../../target-ids.ts'
import { anyGuest, type Guest } from './guests.ts'

/** Where a drive is in the VM that is left. */
export type Bus = 'ide' | 'sata' | 'scsi' | 'nvme' | 'usb' | 'floppy' | 'virtio'

export interface Drive {
  readonly device: 'disk' | 'cdrom' | 'floppy'
  readonly bus: Bus
  /** The controller of a SCSI bus in libvirt's word; undefined where QEMU has none like it. */
  readonly scsi?: string | undefined
  /** What the controller is called there. */
  readonly controller: string
  /** The file or device of the host as it is written; undefined for an empty drive. */
  readonly path?: string | undefined
  readonly isBlock?: true
  /** Undefined where the ending of the path tells it. */
  readonly format?: string | undefined
  /** QEMU reads it and can't write it: a stream-optimized vmdk. */
  readonly isReadOnlyFormat?: true
  /** Of a disk that is yet to be made, in bytes. */
  readonly size?: number | undefined
  readonly position: Position
}

export interface Forward {
  readonly proto: 'tcp' | 'udp'
  /** Undefined for all addresses of the host. */
  readonly address?: string | undefined
  readonly host: number
  readonly guest: number
}

export interface Card {
  /** `user` for a NAT that only the guest sees out of, `nat` for one that the host reaches it by. */
  readonly mode: 'user' | 'nat' | 'bridge' | 'network'
  /** A network of libvirt's that is to be there, or a bridge. */
  readonly network?: string | undefined
  readonly model?: string | undefined
  readonly mac?: string | undefined
  readonly isConnected?: boolean
  readonly forwards?: readonly Forward[]
  readonly position: Position
}

/** Of each kind of device; no hypervisor of a desktop has as many. */
const most = 256

/** What a reader fills in. Members that it leaves alone are what follows from the guest. */
export class DesktopMachine {
  readonly format: ReadOnlyTargetId
  name: string | undefined
  uuid: string | undefined
  description: string | undefined
  guest: Guest = anyGuest
  /** MiB. */
  memory: number | undefined
  cpus: number | undefined
  coresPerSocket: number | undefined
  firmware: 'bios' | 'uefi-insecure' | 'uefi-secure' = 'bios'
  isNested = false
  /** What the clock of the machine shows. */
  clock: 'utc' | 'localtime' | undefined
  /** Where paths that do not begin at the root are looked for. */
  readonly folder: string
  readonly #drives: Drive[] = []
  readonly #cards: Card[] = []
  /** Further devices as the tables have them, each list with the places of its items. */
  readonly #devices = new Map<string, { readonly item: UnknownRecord; readonly position: Position }[]>()
  /** Further members of the Domain. */
  readonly domain: Record<string, unknown> = {}
  readonly findings: Finding[] = []

  /** @param folder as a part of a sentence: 'the folder of the .vmx' */
  constructor(format: ReadOnlyTargetId, folder: string) {
    this.format = format
    this.folder = folder
  }

  get drives(): readonly Drive[] {
    return this.#drives
  }

  get cards(): readonly Card[] {
    return this.#cards
  }

  addDrive(drive: Drive): void {
    if (this.#hasRoom(this.#drives, drive.position)) this.#drives.push(drive)
  }

  addCard(card: Card): void {
    if (this.#hasRoom(this.#cards, card.position)) this.#cards.push(card)
  }

  /** One finding for all that there is no room for. */
  #hasRoom(items: readonly unknown[], position: Position): boolean {
    if (items.length < most) return true
    const message = `More than ${most} devices of a kind are left out.`
    if (!this.findings.some((one) => one.message === message))
      this.say('too-long', 'warning', message, position)
    return false
  }

  add(list: string, item: UnknownRecord, position: Position): void {
    const items = this.#devices.get(list) ?? []
    this.#devices.set(list, items)
    if (this.#hasRoom(items, position)) items.push({ item, position })
  }

  get devices(): ReadonlyMap<
    string,
    readonly { readonly item: UnknownRecord; readonly position: Position }[]
  > {
    return this.#devices
  }

  say(word: keyof DesktopWords, severity: Severity, message: string, position?: Position): void {
    this.findings.push({
      code: `${this.format}.${word}`,
      severity,
      path: [],
      ...(position === undefined ? {} : { position }),
      message,
    })
  }
}
