/** A Domain in hand while it is said in the words of KubeVirt. */
import { type CloudInit, renderCloudInit } from '../../cloudinit/index.ts'
import type { Domain } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import type { Resolved } from '../../resolve/index.ts'
import type { UnknownRecord } from '../../table/index.ts'
import { ownValue, setOwn } from '../../text/index.ts'
import { freeLabel, isLabel, labelOf } from '../labels.ts'
import type { Lack } from '../lacks.ts'
import type { Left } from './words/hand.ts'
import { setAt, type Way } from './words/tree.ts'

/** A file of the person's machine that goes to a volume of the cluster. */
export interface Upload {
  readonly volume: string
  readonly file: string
}

/** What the administrator lets the VMs of the cluster have. */
export interface Permitted {
  readonly kind: 'pci' | 'usb' | 'mdev'
  readonly resource: string
  /** `10DE:2204`, the two ids of a USB device, or what a mediated device is called; undefined when nobody knows. */
  readonly selector: string | undefined
}

/** The place of the design that a part of the manifest is from. */
export interface Source {
  readonly way: Way
  readonly path: Path
}

export class Writing {
  /** `spec.template.spec.domain` without its devices. */
  readonly said: Record<string, unknown> = {}
  readonly devices: Record<string, unknown> = {}
  readonly networks: UnknownRecord[] = []
  readonly volumes: UnknownRecord[] = []
  readonly templates: UnknownRecord[] = []
  readonly claims: UnknownRecord[] = []
  readonly uploads: Upload[] = []
  readonly permitted: Permitted[] = []
  /** Bridges of the nodes that a network has to lead to. */
  readonly bridges = new Map<string, string>()
  /** Folders of a node, by the claim that leads to them. */
  readonly folders = new Map<string, string>()
  /** Ports of the Service. */
  readonly ports: UnknownRecord[] = []
  /** Where the data of a disk was, by its name. */
  readonly data = new Map<string, UnknownRecord>()
  readonly lacks: Lack[] = []
  readonly sources: Source[] = []
  readonly resolved: Resolved
  readonly name: string
  readonly own: readonly Left[]
  /** What cloud-init is told, and what there is to say about it. */
  readonly cloudInit: CloudInit
  readonly #names = new Set<string>()

  constructor(resolved: Resolved, own: readonly Left[]) {
    this.resolved = resolved
    this.name = labelOf(resolved.design.name, 'vm')
    this.own = own
    this.cloudInit = renderCloudInit(resolved.design, resolved.host)
  }

  get domain(): Domain {
    return this.resolved.domain
  }

  /** @param key keys joined by dots below `domain` */
  say(key: string, value: unknown): void {
    if (value !== undefined) setAt(this.said, key.split('.'), value)
  }

  sayDevice(key: string, value: unknown): void {
    if (value !== undefined) setAt(this.devices, key.split('.'), value)
  }

  /** @returns the item as it stands in the list, to be said more of */
  addDevice(list: string, item: Record<string, unknown>, path: Path): Record<string, unknown> {
    const before = ownValue(this.devices, list)
    const items: unknown[] = Array.isArray(before) ? before : []
    this.sources.push({
      way: ['spec', 'template', 'spec', 'domain', 'devices', list, `=${String(item['name'])}`],
      path,
    })
    setOwn(this.devices, list, [...items, item])
    return item
  }

  /** A name of a device, once: what the author called it, as far as that is a label. */
  nameFor(alias: string | undefined, wanted: string): string {
    const own = alias?.startsWith('ua-') === true ? alias.slice(3) : ''
    const name = freeLabel(isLabel(own) ? own : labelOf(wanted, 'device'), this.#names)
    this.#names.add(name)
    return name
  }
}
