/** The buses of a command line: which controller of the Domain each of them is. */
import { controllerDrivers } from '../properties/controller-drivers.ts'
import type { OptionInHand } from './option-in-hand.ts'
import type { Reading } from './reading.ts'

/** A bus by its controller. */
export interface Bus {
  readonly type: 'pci' | 'usb' | 'scsi' | 'sata' | 'ide' | 'virtio-serial' | 'ccid' | 'fdc' | 'nvme'
  /** The number of the controller among those of its type. */
  readonly index: number
  /** The driver that makes it; '' for what is on the mainboard. */
  readonly driver: string
}

export interface Buses {
  /** By id of the controller, without the number of the bus: `usb`, `pci.1`, `scsi0`; by the bus where it has none. */
  readonly byId: ReadonlyMap<string, Bus>
  readonly byOption: ReadonlyMap<OptionInHand, Bus>
}

const known = new WeakMap<Reading, Buses>()

/** All buses, those of the mainboard as well. */
export function busesOf(reading: Reading): Buses {
  const held = known.get(reading)
  if (held !== undefined) return held
  const buses = numberControllers(reading)
  known.set(reading, buses)
  return buses
}

/** libvirt's own ids say the number: `usb` and `usb2`, `pci.1`, `scsi0`. */
const libvirtIds = /^(usb|pci\.|scsi|sata|virtio-serial|ccid|fdc|nvme)(\d*)$/

function numberControllers(reading: Reading): Buses {
  const byOption = new Map<OptionInHand, Bus>()
  const byId = new Map<string, Bus>()
  const taken = new Map<string, Set<number>>()
  const add = (option: OptionInHand | undefined, id: string | undefined, bus: Bus) => {
    if (option !== undefined) byOption.set(option, bus)
    if (id !== undefined) byId.set(id, bus)
    const numbers = taken.get(bus.type) ?? new Set()
    taken.set(bus.type, numbers.add(bus.index))
  }
  const root: Bus = { type: 'pci', index: 0, driver: '' }
  for (const id of reading.board === 'pc' ? ['pci.0', 'pci'] : ['pcie.0', 'pcie', 'pci'])
    add(undefined, id, root)
  if (reading.board === 'q35') add(undefined, 'ide', { type: 'sata', index: 0, driver: '' })
  if (reading.board === 'pc') add(undefined, 'ide', { type: 'ide', index: 0, driver: '' })
  if (hasBoardUsb(reading)) add(undefined, 'usb-bus.0', { type: 'usb', index: 0, driver: '' })

  const unnumbered: OptionInHand[] = []
  const companions: OptionInHand[] = []
  for (const option of reading.options) {
    if (option.name !== 'device') continue
    const driver = option.peek('driver') ?? ''
    const type = busType(driver)
    if (type === undefined) continue
    const id = option.peek('id')
    const match = libvirtIds.exec(id ?? '')
    const index = Number(match?.[2] === '' ? 0 : match?.[2])
    const isLibvirts =
      match !== null &&
      match[1]?.replace('.', '') === type &&
      (type !== 'pci' || isBehind(option.peek('bus'), index))
    if (option.peek('masterbus') !== undefined) companions.push(option)
    else if (isLibvirts && taken.get(type)?.has(index) !== true) add(option, id, { type, index, driver })
    else unnumbered.push(option)
  }
  for (const option of unnumbered) {
    const driver = option.peek('driver') ?? ''
    const type = busType(driver)
    if (type === undefined) continue
    // libvirt makes controllers in the order of their numbers: a bus comes before what is on it.
    const parent = type === 'pci' ? byId.get(option.peek('bus') ?? '') : undefined
    let index = parent === undefined ? 0 : parent.index + 1
    while (taken.get(type)?.has(index) === true) index += 1
    add(option, option.peek('id'), { type, index, driver })
  }
  for (const option of companions) {
    const master = byId.get(option.peek('masterbus')?.replace(/\.0$/, '') ?? '')
    const index = master?.index ?? 0
    byOption.set(option, { type: 'usb', index, driver: option.peek('driver') ?? '' })
  }
  nameOthers(reading, byId, byOption)
  return { byId, byOption }
}

/** Whether a number is libvirt's for a PCI bus on this one: of two, the bus has the lower number. */
function isBehind(bus: string | undefined, index: number): boolean {
  const number = bus === undefined || /^pcie?$/.test(bus) ? '0' : /^pcie?\.(\d+)$/.exec(bus)?.[1]
  return number !== undefined && Number(number) < index
}

/** Whether the mainboard has a USB controller that no `-device` says: with the words of old, which libvirt never says. */
export function hasBoardUsb({ options, board }: Reading): boolean {
  if (board === 'other') return false
  return options.some(
    ({ name, written }) =>
      name === 'usb' ||
      name === 'usbdevice' ||
      ((name === 'machine' || name === 'M') &&
        written.pairs.some(([key, value]) => key === 'usb' && /^(?:on|yes|true|y)$/.test(value))),
  )
}

/** What QEMU calls the buses of controllers without an id: by their kind, counted in order. */
const kindNames: { readonly [Type in Bus['type']]?: string } = {
  usb: 'usb-bus',
  scsi: 'scsi',
  'virtio-serial': 'virtio-serial-bus',
  ccid: 'ccid-bus',
}

function nameOthers(
  reading: Reading,
  byId: Map<string, Bus>,
  byOption: ReadonlyMap<OptionInHand, Bus>,
): void {
  const counts = new Map<string, number>(hasBoardUsb(reading) ? [['usb-bus', 1]] : [])
  for (const option of reading.options) {
    const bus = byOption.get(option)
    const kind = bus && kindNames[bus.type]
    if (bus === undefined || kind === undefined) continue
    if (option.peek('id') !== undefined || option.peek('masterbus') !== undefined) continue
    const count = counts.get(kind) ?? 0
    counts.set(kind, count + 1)
    byId.set(`${kind}.${count}`, bus)
  }
}

function busType(driver: string): Bus['type'] | undefined {
  const type = controllerDrivers.get(driver)?.type
  return type === 'xenbus' || type === 'isa' ? undefined : type
}
