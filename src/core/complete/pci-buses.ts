/** The PCI buses of a machine: what may sit on each, and which places are taken. libvirt: `domain_addr.c`. */
import type { Address, Devices, Item } from '../domain/index.ts'
import type { Mutable } from '../mutable.ts'

export type PciModel = NonNullable<Item<Devices['controllers']>['model']>

/** What a device needs of its bus; one bit each. */
export const wants = {
  /** A slot of conventional PCI that can be unplugged. */
  pci: 1,
  /** A port of PCI Express that can be unplugged. */
  pcie: 2,
  /** A slot of bus 0: what belongs to the mainboard. */
  integrated: 4,
  rootPort: 8,
  pciBridge: 16,
  dmiToPciBridge: 32,
  pcieToPciBridge: 64,
  switchUpstream: 128,
  switchDownstream: 256,
  expander: 512,
} as const

interface BusKind {
  readonly accepts: number
  readonly first: number
  readonly last: number
}

/** `virDomainPCIAddressBusSetModel`; what libvirt puts there by itself only. */
const kinds: Readonly<Partial<Record<PciModel, BusKind>>> = {
  'pci-root': kind(wants.pci | wants.pciBridge | wants.expander | wants.integrated, 1, 31),
  'pci-bridge': kind(wants.pci | wants.pciBridge, 1, 31),
  'pcie-to-pci-bridge': kind(wants.pci | wants.pciBridge, 1, 31),
  'dmi-to-pci-bridge': kind(wants.pciBridge, 0, 31),
  'pci-expander-bus': kind(wants.pci | wants.pciBridge, 0, 31),
  'pcie-root': kind(wants.rootPort | wants.dmiToPciBridge | wants.expander | wants.integrated, 1, 31),
  'pcie-root-port': kind(wants.pcie | wants.switchUpstream | wants.pcieToPciBridge, 0, 0),
  'pcie-switch-upstream-port': kind(wants.switchDownstream, 0, 31),
  'pcie-switch-downstream-port': kind(wants.pcie | wants.switchUpstream | wants.pcieToPciBridge, 0, 0),
  'pcie-expander-bus': kind(0, 0, 31),
}

function kind(accepts: number, first: number, last: number): BusKind {
  return { accepts, first, last }
}

/** What a bridge needs of the bus that it is on itself. */
export const bridgeWants: Readonly<Partial<Record<PciModel, number>>> = {
  'pci-bridge': wants.pciBridge,
  'dmi-to-pci-bridge': wants.dmiToPciBridge,
  'pcie-to-pci-bridge': wants.pcieToPciBridge,
  'pcie-root-port': wants.rootPort,
  'pcie-switch-upstream-port': wants.switchUpstream,
  'pcie-switch-downstream-port': wants.switchDownstream,
  'pci-expander-bus': wants.expander,
  'pcie-expander-bus': wants.expander,
}

interface Bus {
  readonly index: number
  readonly kind: BusKind
  /** A bit for each function that is taken, by slot. */
  readonly taken: number[]
  /** Every slot before it is taken. */
  next: number
}

/** A slot of a root port is shared by its eight functions. */
const allFunctions = 0xff
const lastFunction = 7

export class PciBuses {
  private readonly buses: Bus[] = []
  private readonly byIndex = new Map<number, Bus>()
  /** By what is wanted: all buses before it that would take it are full. */
  private readonly firstWithRoom = new Map<number, number>()
  /** Slots that root ports share. */
  private readonly portSlots: number[] = []
  /** Places of function 0 that were found here, by slot: they say when the slot has others. */
  private readonly firstPorts: Mutable<Address>[] = []
  /** Whether the slot of somebody else's function 0 has other functions. */
  hasSharedSlots = false

  addBus(index: number, model: PciModel): void {
    const busKind = kinds[model]
    if (busKind === undefined || this.byIndex.has(index)) return
    const bus = { index, kind: busKind, taken: [], next: busKind.first }
    this.byIndex.set(index, bus)
    this.buses.push(bus)
  }

  hasBus(want: number): boolean {
    return this.buses.some(({ kind: { accepts } }) => (accepts & want) !== 0)
  }

  /** How many slots are free for it. */
  room(want: number): number {
    let sum = 0
    for (const bus of this.buses) if ((bus.kind.accepts & want) !== 0) sum += freeSlots(bus)
    return sum
  }

  /** How many more root ports there is room for. */
  roomForPorts(): number {
    const root = this.byIndex.get(0)
    if (root === undefined) return 0
    let sum = freeSlots(root) * 8
    for (const slot of this.portSlots) sum += 8 - bits(root.taken[slot] ?? 0)
    return sum
  }

  /** Whether nothing sits in a slot. */
  isFree(index: number, slot: number): boolean {
    return (this.byIndex.get(index)?.taken[slot] ?? 0) === 0
  }

  /** Marks a place as taken, which is said by somebody; a function that no slot has takes none. */
  take(index: number, slot: number, number: number): void {
    const bus = this.byIndex.get(index)
    if (bus === undefined || number < 0 || number > lastFunction) return
    const taken = bus.taken[slot] ?? 0
    if (taken !== 0) this.hasSharedSlots = true
    bus.taken[slot] = taken | (1 << number)
  }

  /** Lets root ports have the functions of a slot of bus 0 that are free. */
  sharePorts({ bus, slot }: Address): void {
    const number = Number(slot ?? 0)
    if (Number(bus ?? 0) === 0 && !this.portSlots.includes(number)) this.portSlots.push(number)
  }

  /** Marks a function of bus 0 that the mainboard has. */
  reserve(slot: number, number: number): void {
    const root = this.byIndex.get(0)
    if (root !== undefined) root.taken[slot] = (root.taken[slot] ?? 0) | (1 << number)
  }

  /** Whether function 0 of a slot has others beside it. */
  isShared(index: number, slot: number): boolean {
    return (this.byIndex.get(index)?.taken[slot] ?? 0) > 1
  }

  /** The first free place for it, which is taken then; undefined when there is none. */
  free(want: number): Address | undefined {
    if (want === wants.rootPort) {
      const shared = this.freeFunction()
      if (shared !== undefined) return shared
    }
    let at = this.firstWithRoom.get(want) ?? 0
    for (; at < this.buses.length; at += 1) {
      const bus = this.buses[at]
      if (bus === undefined || (bus.kind.accepts & want) === 0) continue
      const slot = freeSlot(bus)
      if (slot === undefined) continue
      this.firstWithRoom.set(want, at)
      bus.taken[slot] = 1
      const address = pciAddress(bus.index, slot, 0)
      if (want === wants.rootPort) {
        this.portSlots.push(slot)
        this.firstPorts[slot] = address
      }
      return address
    }
    this.firstWithRoom.set(want, at)
    return undefined
  }

  /** Root ports share slots: the next function of a slot that one of them is in. */
  private freeFunction(): Address | undefined {
    const root = this.byIndex.get(0)
    if (root === undefined) return undefined
    for (const slot of this.portSlots) {
      const taken = root.taken[slot] ?? 0
      if (taken === allFunctions) continue
      let number = 0
      while ((taken & (1 << number)) !== 0) number += 1
      root.taken[slot] = taken | (1 << number)
      const first = this.firstPorts[slot]
      if (first === undefined) this.hasSharedSlots = true
      else first.multifunction = true
      return pciAddress(0, slot, number)
    }
    return undefined
  }
}

function freeSlot(bus: Bus): number | undefined {
  while (bus.next <= bus.kind.last && (bus.taken[bus.next] ?? 0) !== 0) bus.next += 1
  return bus.next <= bus.kind.last ? bus.next : undefined
}

function freeSlots({ kind: { first, last }, taken }: Bus): number {
  let sum = 0
  for (let slot = first; slot <= last; slot += 1) if ((taken[slot] ?? 0) === 0) sum += 1
  return sum
}

function bits(mask: number): number {
  let sum = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) sum += 1
  return sum
}

export function pciAddress(bus: number, slot: number, number: number): Mutable<Address> {
  return {
    type: 'pci',
    domain: '0x0000',
    bus: twoDigits(bus),
    slot: twoDigits(slot),
    function: `0x${number}`,
  }
}

const hexNumbers: readonly string[] = Array.from(
  { length: 256 },
  (_, number) => `0x${number.toString(16).padStart(2, '0')}`,
)

function twoDigits(number: number): string {
  return hexNumbers[number] ?? `0x${number.toString(16)}`
}
