/** Where the devices on PCI sit, and the root ports and bridges that they need. `qemuDomainAssignPCIAddresses`. */
import type { Address, Controller } from '../domain/index.ts'
import { type Draft, own, placed, placeItems, replaceItems } from './draft.ts'
import { bridgeWants, PciBuses, type PciModel, wants } from './pci-buses.ts'
import { placeChipset } from './pci-chipset.ts'
import { pciDevices, wantsPlace } from './pci-devices.ts'

/** Buses have numbers of eight bits. */
const mostBuses = 256

/** @returns how many devices have found no place, since the buses are full */
export function completePciAddresses(draft: Draft): number {
  const { root } = draft.machine
  if (root === undefined) return 0
  const said = saidPlaces(draft)
  addSaidBuses(draft, root, said)
  const buses = busesOf(draft, root)
  for (const { bus, slot, function: number } of said)
    buses.take(Number(bus ?? 0), Number(slot ?? 0), Number(number ?? 0))
  for (const one of draft.devices.controllers ?? [])
    if (one.model === 'pcie-root-port' && !wantsPlace(one) && one.address !== undefined)
      buses.sharePorts(one.address)
  placeChipset(draft, buses)
  const added = planBridges(draft, buses, root)
  for (const { index = 0, model } of added) if (model !== undefined) buses.addBus(index, model)
  placeBridges(draft, buses)
  for (const one of added)
    own(draft, 'controllers').push(placed(one, buses.free(bridgeWants[one.model ?? 'pci-root'] ?? 0)))
  numberExpanders(draft)
  let isFull = false
  const addressFor = (want: number) => {
    if (want === 0) return undefined
    const address = buses.free(wantOn(root, want))
    if (address === undefined) isFull = true
    return address
  }
  for (const devices of pciDevices) devices.place(draft, addressFor)
  if (buses.hasSharedSlots)
    for (const devices of pciDevices) devices.visit(draft, (one) => shared(buses, one))
  return isFull ? countUnplaced(draft) : 0
}

function countUnplaced(draft: Draft): number {
  let count = 0
  const visit = (want: number) => {
    if (want !== 0) count += 1
  }
  for (const devices of pciDevices) devices.want(draft, visit)
  return count
}

/** The buses that are said. */
function busesOf({ devices }: Draft, root: 'pci' | 'pcie'): PciBuses {
  const buses = new PciBuses()
  buses.addBus(0, root === 'pci' ? 'pci-root' : 'pcie-root')
  const bridges = (devices.controllers ?? []).filter(({ type, index }) => type === 'pci' && index !== 0)
  bridges.sort((one, other) => (one.index ?? 0) - (other.index ?? 0))
  for (const { index = 0, model } of bridges) if (model !== undefined) buses.addBus(index, model)
  return buses
}

/** The places that are said, of all devices. */
function saidPlaces(draft: Draft): readonly Address[] {
  const said: Address[] = []
  for (const devices of pciDevices)
    devices.visit(draft, (address) => {
      said.push(address)
      return address
    })
  return said
}

/** A bus that an address or a number further on speaks of is there, as a bridge of the usual kind. */
function addSaidBuses(draft: Draft, root: 'pci' | 'pcie', places: readonly Address[]): void {
  let highest = 0
  const said = new Set<number>([0])
  for (const { type, index = 0 } of draft.devices.controllers ?? []) {
    if (type !== 'pci') continue
    said.add(index)
    highest = Math.max(highest, index)
  }
  for (const { bus } of places) highest = Math.max(highest, Number(bus ?? 0))
  const model = root === 'pci' ? 'pci-bridge' : 'pcie-root-port'
  for (let index = 1; index <= Math.min(highest, mostBuses - 1); index += 1)
    if (!said.has(index)) own(draft, 'controllers').push({ type: 'pci', index, model })
}

/** Where everything is on conventional PCI, so is what would like PCI Express. */
function wantOn(root: 'pci' | 'pcie', want: number): number {
  return root === 'pci' && want === wants.pcie ? wants.pci : want
}

/** A rehearsal: counts the slots that are wanted, and says what makes room for them. */
function planBridges(draft: Draft, buses: PciBuses, root: 'pci' | 'pcie'): readonly Controller[] {
  const { controllers = [] } = draft.devices
  const own = controllers.filter(({ type, index }) => type === 'pci' && index !== 0)
  const plan = new BridgePlan(buses, root, own)
  for (const bridge of own) if (wantsPlace(bridge)) plan.need(bridgeWants[bridge.model ?? 'pci-root'] ?? 0)
  if (root === 'pci') plan.keepOneSlot()
  for (const devices of pciDevices) devices.want(draft, (want) => plan.need(wantOn(root, want)))
  plan.finish()
  return plan.added
}

class BridgePlan {
  readonly added: Controller[] = []
  private readonly root: 'pci' | 'pcie'
  private readonly hasOwn: boolean
  private next: number
  private freePci: number
  private freePcie: number
  private freePorts: number
  private takesBridges: boolean

  constructor(buses: PciBuses, root: 'pci' | 'pcie', own: readonly Controller[]) {
    this.root = root
    this.hasOwn = own.length > 0
    this.next = 1 + own.reduce((highest, { index = 0 }) => Math.max(highest, index), 0)
    this.freePci = buses.room(wants.pci)
    this.freePcie = buses.room(wants.pcie)
    this.freePorts = buses.roomForPorts()
    this.takesBridges = buses.hasBus(wants.pciBridge)
  }

  /** Of conventional PCI a slot is kept for the next bridge, unless there is none left. */
  keepOneSlot(): void {
    if (this.freePci > 0) this.need(wants.pci)
  }

  need(want: number): void {
    if (want === wants.rootPort) this.freePorts -= 1
    else if (want === wants.pcie || want === wants.switchUpstream || want === wants.pcieToPciBridge)
      this.needPcie()
    else if (want === wants.pci || want === wants.pciBridge) this.needPci()
  }

  /** What QEMU's own slots were not enough for leaves one port for a device that is plugged in later. */
  finish(): void {
    if (this.root === 'pcie' && !this.hasOwn && this.added.length > 0 && this.freePcie === 0) this.addPort()
  }

  private needPcie(): void {
    if (this.freePcie === 0) this.addPort()
    this.freePcie = Math.max(0, this.freePcie - 1)
  }

  private needPci(): void {
    if (this.freePci > 0) {
      this.freePci -= 1
      return
    }
    if (this.takesBridges) {
      if (!this.add('pci-bridge')) return
      this.freePci += slotsOfBridge - 1
      // The bridge needs a slot itself.
      this.needPci()
      return
    }
    this.addPort()
    if (!this.add('pcie-to-pci-bridge')) return
    this.takesBridges = true
    this.freePcie = Math.max(0, this.freePcie - 1)
    this.freePci += slotsOfBridge - 1
  }

  private addPort(): void {
    if (this.freePorts <= 0 || !this.add('pcie-root-port')) return
    this.freePorts -= 1
    this.freePcie += 1
  }

  private add(model: PciModel): boolean {
    if (this.next >= mostBuses) return false
    this.added.push({ type: 'pci', index: this.next, model })
    this.next += 1
    return true
  }
}

const slotsOfBridge = 31

/** Bridges come before all other devices. */
function placeBridges(draft: Draft, buses: PciBuses): void {
  placeItems(draft, 'controllers', (one) =>
    one.type === 'pci' && one.index !== 0 && wantsPlace(one)
      ? buses.free(bridgeWants[one.model ?? 'pci-root'] ?? 0)
      : undefined,
  )
}

/** The first bus of an expander lies two below the lowest that is said: it needs room for a bridge. */
function numberExpanders(draft: Draft): void {
  let lowest = mostBuses
  let unnumbered = 0
  for (const one of draft.devices.controllers ?? [])
    if (one.target?.bus_nr !== undefined) lowest = Math.min(lowest, Number(one.target.bus_nr))
    else if (isExpander(one)) unnumbered += 1
  if (unnumbered === 0) return
  replaceItems(draft, 'controllers', (one) => {
    if (!isExpander(one) || one.target?.bus_nr !== undefined) return one
    lowest -= 2
    return { ...one, target: { ...one.target, bus_nr: String(lowest) } }
  })
}

function isExpander({ model }: Controller): boolean {
  return model === 'pci-expander-bus' || model === 'pcie-expander-bus'
}

/** Function 0 says when its slot has others. */
function shared(buses: PciBuses, address: Address): Address {
  if (address.multifunction !== undefined || Number(address.function ?? 0) !== 0) return address
  if (!buses.isShared(Number(address.bus ?? 0), Number(address.slot ?? 0))) return address
  return { ...address, multifunction: true }
}
