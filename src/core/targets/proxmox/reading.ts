/** A configuration in hand while it is read, and the Domain that is made of it. */
import type { Finding, Position } from '../../finding.ts'
import type { HostFacts } from '../../host/index.ts'
import type { UnknownRecord } from '../../table/index.ts'
import type { Section, Setting, VmSettings } from './text/settings.ts'
import { type PropertyList, readPropertyList } from './words/property-list.ts'

/** A key of Proxmox VE's own, or part of one (`net0.firewall`), that no word of libvirt says. */
export interface OwnWord {
  readonly key: string
  readonly value: string
}

/** One of `scsi0`, `scsi1` … */
export interface Numbered {
  readonly index: number
  readonly key: string
  readonly value: string
}

export interface ReadingContext {
  /** Where the data of disks is, by their setting; for disks that were copied in. */
  readonly volumes?: ReadonlyMap<string, UnknownRecord>
  readonly host?: HostFacts | undefined
  /** True for settings that were written by the same tables: no value is of another form. */
  readonly isOwn?: true
}

export class Reading {
  readonly domain: Record<string, unknown> = {}
  readonly #devices = new Map<string, UnknownRecord[]>()
  /** Devices of which there is one. */
  readonly single: Record<string, UnknownRecord> = {}
  readonly own: OwnWord[] = []
  readonly findings: Finding[] = []
  /** Devices by their key, for the boot order: the list, and the place in it. */
  readonly byKey = new Map<string, { readonly list: string; readonly index: number }>()
  readonly vm: VmSettings
  readonly section: Section
  /** Where the data of a volume comes from, by the volume as it is written. */
  readonly volumes: ReadonlyMap<string, UnknownRecord>
  /** The node, as far as it is known. */
  readonly host: HostFacts | undefined
  /** What runs in it, in their words. */
  ostype = 'other'
  /** The setting of the CD that brings the data of cloud-init. */
  cloudInitDrive: string | undefined
  readonly #open: Map<string, Setting>

  constructor(vm: VmSettings, section: Section, { volumes = new Map(), host }: ReadingContext) {
    this.vm = vm
    this.section = section
    this.volumes = volumes
    this.host = host
    this.#open = new Map(section.settings.map((one) => [one.key, one]))
  }

  /** The value of a key that is still to be read. */
  peek(key: string): string | undefined {
    return this.#open.get(key)?.value
  }

  take(key: string): string | undefined {
    const { value } = this.#open.get(key) ?? {}
    this.#open.delete(key)
    return value
  }

  /** Takes it when it means something; otherwise it stays, and is kept at the end. */
  takeAs<T>(key: string, meaning: (text: string) => T | undefined): T | undefined {
    const text = this.peek(key)
    const value = text === undefined ? undefined : meaning(text)
    if (value !== undefined) this.take(key)
    return value
  }

  takeList(
    key: string,
    defaultKey: string,
    aliases?: Readonly<Record<string, string>>,
  ): PropertyList | undefined {
    const value = this.take(key)
    return value === undefined ? undefined : readPropertyList(value, defaultKey, aliases)
  }

  /** All keys of a family that are within its limits, by number. */
  takeNumbered(family: string, most: number): Numbered[] {
    const found: Numbered[] = []
    for (const [key, { value }] of this.#open) {
      const digits = key.startsWith(family) ? key.slice(family.length) : ''
      if (/^(?:0|[1-9]\d?)$/.test(digits) && Number(digits) <= most)
        found.push({ index: Number(digits), key, value })
    }
    for (const { key } of found) this.#open.delete(key)
    return found.sort((one, other) => one.index - other.index)
  }

  /** Keeps what of a value nobody understood. */
  keepLeft(key: string, list: PropertyList): void {
    for (const [name, value] of list.left) this.own.push({ key: `${key}.${name}`, value })
  }

  /** Keeps a whole setting. */
  keep(key: string, value: string): void {
    this.own.push({ key, value })
  }

  /** Keeps all that nobody took. */
  keepOpen(): void {
    for (const { key, value } of this.#open.values()) this.keep(key, value)
    this.#open.clear()
  }

  /** @param key the setting that the device is made of */
  add(list: string, item: UnknownRecord, key?: string): void {
    const items = this.#devices.get(list) ?? []
    this.#devices.set(list, items)
    if (key !== undefined) this.byKey.set(key, { list, index: items.length })
    items.push(item)
  }

  /** The devices of a list so far, each of which may be put in place of by another. */
  listOf(list: string): UnknownRecord[] {
    return this.#devices.get(list) ?? []
  }

  get devices(): UnknownRecord {
    return Object.fromEntries(this.#devices)
  }

  positionOf(key: string): Position | undefined {
    return this.section.settings.find((one) => one.key === key)?.position
  }

  advise(code: Finding['code'], key: string, message: string): void {
    const position = this.positionOf(key)
    this.findings.push({ code, severity: 'advice', path: [], ...(position ? { position } : {}), message })
  }
}
