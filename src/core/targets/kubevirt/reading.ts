/** A manifest in hand while it is read, and the Domain that is made of it. */
import type { Finding } from '../../finding.ts'
import { type HostFacts, type HostPaths, hostPaths } from '../../host/index.ts'
import { isRecord, type UnknownRecord } from '../../table/index.ts'
import { ownValue, setOwn } from '../../text/index.ts'
import { Hand, type Left, nameOfItem } from './words/hand.ts'
import { merged, type Way } from './words/tree.ts'

/** Where a VirtualMachine has the parts that are read. */
export const ways = {
  template: ['spec', 'template', 'spec'],
  domain: ['spec', 'template', 'spec', 'domain'],
  devices: ['spec', 'template', 'spec', 'domain', 'devices'],
} as const

/** Other objects of the same text, by kind and name. */
export type Objects = ReadonlyMap<string, UnknownRecord>

export interface ReadingContext {
  readonly host: HostFacts | undefined
  readonly objects: Objects
  /** Where the data of disks was before, by their name; for a manifest that was just written. */
  readonly data?: ReadonlyMap<string, UnknownRecord>
}

export class Reading {
  readonly domain: Record<string, unknown> = {}
  readonly devices: Record<string, UnknownRecord[]> = {}
  /** Devices of which there is one. */
  readonly single: Record<string, UnknownRecord> = {}
  readonly own: Left[] = []
  readonly findings: Finding[] = []
  readonly vm: Hand
  readonly context: ReadingContext
  readonly name: string
  readonly paths: HostPaths
  /** What a design says beside the domain. */
  readonly said: Record<string, unknown> = {}
  readonly #volumes: Map<string, Hand>
  readonly #networks: Map<string, Hand>

  constructor(vm: UnknownRecord, name: string, context: ReadingContext) {
    this.vm = new Hand(vm)
    this.name = name
    this.context = context
    this.paths = hostPaths(context.host, name)
    this.#volumes = this.#takeNamed([...ways.template, 'volumes'])
    this.#networks = this.#takeNamed([...ways.template, 'networks'])
  }

  #takeNamed(way: Way): Map<string, Hand> {
    return new Map(this.vm.takeItems(way).map((hand) => [nameOfItem(hand.rest) ?? '', hand]))
  }

  /** Adds what is said to the Domain, deeper maps joined. */
  say(said: UnknownRecord): void {
    for (const [key, value] of Object.entries(said)) {
      const before = ownValue(this.domain, key)
      setOwn(this.domain, key, isRecord(before) && isRecord(value) ? merged(before, value) : value)
    }
  }

  add(list: string, item: UnknownRecord): void {
    const items = ownValue(this.devices, list) ?? []
    setOwn(this.devices, list, items)
    items.push(item)
  }

  /** The volume of a disk or share, once. */
  takeVolume(name: string): Hand | undefined {
    return takeOnce(this.#volumes, name)
  }

  takeNetwork(name: string): Hand | undefined {
    return takeOnce(this.#networks, name)
  }

  /** Keeps what nobody understood of an item of a list. */
  keepItem(list: Way, name: string, hand: Hand): void {
    for (const { way, value } of hand.left)
      if (!(way.length === 1 && way[0] === 'name'))
        this.own.push({ way: [...list, `=${name}`, ...way], value })
  }

  /** Keeps all that nobody took. */
  keepOpen(): void {
    for (const [list, items] of [
      ['volumes', this.#volumes],
      ['networks', this.#networks],
    ] as const)
      for (const [name, hand] of items)
        this.own.push({ way: [...ways.template, list, `=${name}`], value: hand.rest })
    for (const left of this.vm.left) if (!isOfServer(left.way)) this.own.push(left)
  }

  /** The name of a device as its alias, where the writer would not give it by itself. */
  aliasOf(name: unknown, usual: string): UnknownRecord {
    return typeof name !== 'string' || name === usual ? {} : { alias: { name: `ua-${name}` } }
  }

  object(kind: string, name: unknown): UnknownRecord | undefined {
    return typeof name === 'string' ? this.context.objects.get(`${kind}/${name}`) : undefined
  }

  advise(code: Finding['code'], message: string): void {
    this.findings.push({ code, severity: 'advice', path: [], message })
  }
}

function takeOnce(items: Map<string, Hand>, name: string): Hand | undefined {
  const found = items.get(name)
  items.delete(name)
  return found
}

/** What the API server writes itself. */
const ofServer: ReadonlySet<string> = new Set(
  'creationTimestamp generation managedFields resourceVersion selfLink uid finalizers ownerReferences'.split(
    ' ',
  ),
)

function isOfServer([first = '', second = '']: Way): boolean {
  return first === 'status' || (first === 'metadata' && ofServer.has(second))
}
