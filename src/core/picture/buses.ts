/** What hangs on what in the guest: each device on its controller, port or hub, as its address says. */
import type { Address, Controller, Devices, Domain } from '../domain/index.ts'
import { formatPath, type Path } from '../finding.ts'
import { type DescribedDevice, describedDevices } from './device-words.ts'
import type { Known } from './host-ends.ts'
import type { PictureNode } from './picture.ts'

/** A node while what hangs on it is gathered. */
interface Growing extends PictureNode {
  readonly children: Growing[]
}

/** The buses of a machine with all that is on them, and what is on none. */
export interface Buses {
  /** The PCI buses that hang on no other, and what is on them. */
  readonly pci: readonly PictureNode[]
  /** What has another place or none. */
  readonly elsewhere: readonly PictureNode[]
}

/**
 * Sorts every device of a Domain to its bus, each once. What hangs on a controller that is not there, or in a circle, is
 * elsewhere.
 *
 * @param given the devices before libvirt added its own
 */
export function busesOf(completed: Domain, given: Devices, rootTitle: string, known: Known): Buses {
  const devices = completed.devices ?? {}
  const nodes = describedDevices(devices, known).map((one) => ({ one, node: nodeOf(one, given) }))
  const byId = new Map(nodes.map(({ node }) => [node.id, node]))
  const places = new Map<string, Growing>()
  for (const [index, controller] of (devices.controllers ?? []).entries()) {
    const node = byId.get(formatPath(['devices', 'controllers', index]))
    const name = controllerPlace(controller)
    // Of two with one number libvirt has the first; the further parts of a USB 2 controller have that of the first.
    if (node !== undefined && !places.has(name)) places.set(name, node)
  }
  for (const { one, node } of nodes)
    if (one.key === 'hub' && one.address?.port !== undefined) {
      const name = hubPlace(one.address.bus, one.address.port)
      if (!places.has(name)) places.set(name, node)
    }
  const usesPci = nodes.some(({ one }) => one.address?.type === 'pci')
  const root: Growing | undefined =
    usesPci && !places.has('pci 0')
      ? { id: 'pci 0', kind: 'bus', title: rootTitle, details: [], children: [] }
      : places.get('pci 0')
  if (root !== undefined) places.set('pci 0', root)

  const hasParent = new Set<Growing>()
  for (const { one, node } of nodes) {
    const parent = parentOf(one, places)
    if (parent === undefined || parent === node) continue
    parent.children.push(node)
    hasParent.add(node)
  }
  const tops = nodes.filter(({ node }) => !hasParent.has(node))
  const isPciTop = ({ one }: (typeof tops)[number]) =>
    one.key === 'controllers' && devices.controllers?.[one.index ?? 0]?.type === 'pci'
  const pci = [
    ...(root === undefined || hasParent.has(root) || tops.some(({ node }) => node === root) ? [] : [root]),
    ...tops.filter(isPciTop).map(({ node }) => node),
  ]
  const elsewhere = tops.filter((top) => !isPciTop(top)).map(({ node }) => node)
  const reached = new Set<Growing>()
  for (const top of [...pci, ...elsewhere]) reach(top, reached)
  // What is left hangs in circles: each is cut where it is come to first.
  for (const { node } of nodes)
    if (!reached.has(node)) {
      elsewhere.push(node)
      reach(node, reached)
    }
  return { pci, elsewhere }
}

/** Puts a node and all below it among what was reached, and takes out what was there already. */
function reach(top: Growing, reached: Set<Growing>): void {
  reached.add(top)
  const open = [top]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const below = node.children.filter((child) => !reached.has(child))
    node.children.splice(0, node.children.length, ...below.toSorted(byAddress))
    for (const child of node.children) {
      reached.add(child)
      open.push(child)
    }
  }
}

/** PCI addresses have all their digits; ports and units have as many as they need. */
function byAddress({ address: one = '' }: PictureNode, { address: other = '' }: PictureNode): number {
  return one.localeCompare(other, 'en', { numeric: !/^[\da-f:]+\.\d$/.test(one) })
}

function nodeOf({ key, index, words, address }: DescribedDevice, given: Devices): Growing {
  const path: Path = index === undefined ? ['devices', key] : ['devices', key, index]
  const before = given[key]
  const isAdded =
    index === undefined ? before === undefined : index >= (Array.isArray(before) ? before.length : 0)
  return {
    id: formatPath(path),
    kind: portTitles.has(words.title) ? 'port' : 'device',
    title: words.title,
    details: words.details,
    address: addressWords(address),
    path,
    isAdded,
    end: words.end,
    children: [],
  }
}

/** One device is in each of these. */
const portTitles: ReadonlySet<string> = new Set(['Root port', 'Switch port'])

function controllerPlace({ type, index = 0 }: Controller): string {
  return `${type} ${index}`
}

function hubPlace(bus: string | undefined, port: string): string {
  return `usb ${place(bus)} port ${port}`
}

function place(number: string | undefined): number {
  return Number(number ?? 0)
}

function parentOf(
  { address, words }: DescribedDevice,
  places: ReadonlyMap<string, Growing>,
): Growing | undefined {
  if (address === undefined) return undefined
  switch (address.type) {
    case 'pci':
      return places.get(`pci ${place(address.bus)}`)
    case 'drive':
      return places.get(`${words.drive ?? 'scsi'} ${place(address.controller)}`)
    case 'usb': {
      const dot = address.port?.lastIndexOf('.') ?? -1
      const hub = dot < 0 ? undefined : places.get(hubPlace(address.bus, address.port?.slice(0, dot) ?? ''))
      return hub ?? places.get(`usb ${place(address.bus)}`)
    }
    case 'virtio-serial':
    case 'ccid':
      return places.get(`${address.type} ${place(address.controller)}`)
    default:
      return undefined
  }
}

/** `00:1f.2`, `unit 1`, `port 1.2`: as lspci and lsusb say it. */
function addressWords(address: Address | undefined): string | undefined {
  if (address === undefined) return undefined
  const { type, bus, slot, port, unit, controller } = address
  switch (type) {
    case 'pci': {
      const domain = place(address.domain)
      const words = `${hex(bus, 2)}:${hex(slot, 2)}.${hex(address.function, 1)}`
      return domain === 0 ? words : `${hex(address.domain, 4)}:${words}`
    }
    case 'drive':
      return `${controller ?? 0}:${bus ?? 0}:${address.target ?? 0}:${unit ?? 0}`
    case 'usb':
    case 'virtio-serial':
      return port === undefined ? undefined : `port ${port}`
    case 'ccid':
    case 'dimm':
      return slot === undefined ? undefined : `slot ${slot}`
    case 'isa':
      return address.iobase
    case 'ccw':
      return `${address.cssid ?? ''}.${address.ssid ?? ''}.${address.devno ?? ''}`
    case 'spapr-vio':
      return address.reg
    default:
      return type
  }
}

function hex(number: string | undefined, digits: number): string {
  const value = place(number)
  return Number.isNaN(value) ? String(number) : value.toString(16).padStart(digits, '0')
}
