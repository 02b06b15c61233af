/** An instance in hand: its config and devices, all of them texts, as the server wants them. */
import type { Path } from '../../finding.ts'
import type { UnknownRecord } from '../../table/index.ts'
import { type BootPlace, bootOrder } from '../boot-order.ts'
import { designPlace } from '../design-place.ts'
import { labelOf } from '../labels.ts'
import type { Part } from '../plain/part.ts'
import type { Saying } from '../plain/saying.ts'
import type { options } from './options.ts'

/** A port of the host that leads to the guest. */
export interface Forward {
  readonly protocol: string
  readonly address: string
  readonly port: number
  readonly to: number
}

export class Instance {
  readonly saying: Saying<typeof options>
  readonly name: string
  description: string | undefined
  architecture: string | undefined
  readonly config = new Map<string, string>()
  readonly devices = new Map<string, Map<string, string>>()
  /** The place of the Domain that a device is from. */
  readonly #places = new Map<string, Path>()
  /** Volumes that the script makes, with their bytes. */
  readonly volumes = new Map<string, number>()
  readonly forwards: Forward[] = []
  readonly #order: readonly BootPlace[]
  readonly #toDesign: (path: Path) => Path

  constructor(saying: Saying<typeof options>) {
    this.saying = saying
    this.name = labelOf(saying.resolved.design.name, 'vm')
    this.#toDesign = designPlace(saying.resolved)
    this.#order = bootOrder(saying.domain)
    if (this.#order.length > 0 && this.#order.length === saying.root.parts('os.boot').length)
      saying.root.take('os.boot', () => true)
  }

  /** `boot.priority`, of which the higher is tried first; undefined for what is not tried. */
  takePriority(part: Part): number | undefined {
    const [, list, index] = part.path
    const place = this.#order.findIndex((one) => one.list === list && one.index === index)
    if (place < 0) return undefined
    part.pass('boot.order', place + 1)
    return this.#order.length - place
  }

  get isLxd(): boolean {
    return this.saying.choices.server === 'lxd'
  }

  /** Undefined values are no keys. */
  addDevice(name: string, type: string, part: Part, keys: Readonly<Record<string, unknown>>): void {
    const said = Object.entries(keys).flatMap(([key, value]): [string, string][] =>
      value === undefined ? [] : [[key, String(value)]],
    )
    this.devices.set(name, new Map([['type', type], ...said]))
    this.#places.set(name, part.path)
  }

  /** A name that no device has yet. */
  deviceName(wanted: string): string {
    for (let number = 2, name = wanted; ; number += 1) {
      if (!this.devices.has(name)) return name
      name = `${wanted}-${number}`
    }
  }

  object(): UnknownRecord {
    return {
      name: this.name,
      type: 'virtual-machine',
      description: this.description,
      architecture: this.architecture,
      config: Object.fromEntries(this.config),
      devices: Object.fromEntries([...this.devices].map(([name, keys]) => [name, Object.fromEntries(keys)])),
    }
  }

  /** The place of the design that a line is from. */
  placeOf(way: readonly string[]): Path {
    const toDesign = this.#toDesign
    const [first, key = ''] = way
    if (first === 'devices') {
      const path = this.#places.get(key)
      return path === undefined ? [] : toDesign(path)
    }
    if (first === 'description') return toDesign(['description'])
    if (first === 'architecture') return toDesign(['os', 'arch'])
    if (first !== 'config') return []
    if (key.startsWith('limits.cpu')) return toDesign(['vcpu'])
    if (key.startsWith('limits.memory')) return toDesign(['memory', 'value'])
    if (key.startsWith('cloud-init.')) return ['cloud_init']
    if (key === 'boot.autostart') return ['autostart']
    return key === 'boot.mode' || /^security\.(?:csm|secureboot)$/.test(key)
      ? toDesign(['os', 'firmware'])
      : []
  }
}
