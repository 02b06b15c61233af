/** The devices of the host that a design gives to its guest. */
import {
  comparePciAddresses,
  formatPciAddress,
  type PciAddress,
  type PciDevice,
  pciAddressFromParts,
  pciAddressParts,
  type UsbIdentity,
  usbNamedBy,
} from '../../core.ts'
import { type ItemAt, specPath } from '../../spec-path.ts'

export const hostdevsPath = specPath(['libvirt', 'devices', 'hostdevs'])
export const interfacesPath = specPath(['libvirt', 'devices', 'interfaces'])

export type Hostdev = ItemAt<typeof hostdevsPath>
export type Card = ItemAt<typeof interfacesPath>

/** The address of a PCI hostdev; undefined for other devices and while it is not whole. */
export function addressOf({ type, source }: Hostdev): PciAddress | undefined {
  return type === 'pci' ? sourceAddress(source) : undefined
}

function sourceAddress(source: Hostdev['source'] | Card['source']): PciAddress | undefined {
  const { domain, bus, slot, function: one } = source ?? {}
  return pciAddressFromParts({
    ...(domain === undefined ? {} : { domain: String(domain) }),
    ...(bus === undefined ? {} : { bus: String(bus) }),
    ...(slot === undefined ? {} : { slot: String(slot) }),
    ...(one === undefined ? {} : { function: String(one) }),
  }).address
}

/** The device of the host that a hostdev is; undefined when the host is not known to have it. */
export function listedAs(hostdev: Hostdev, devices: readonly PciDevice[]): PciDevice | undefined {
  const address = addressOf(hostdev)
  if (address === undefined) return undefined
  return devices.find((device) => comparePciAddresses(device.address, address) === 0)
}

/** The ids of the functions that are given, as `formatPciAddress` writes them. */
export function givenIds(hostdevs: readonly Hostdev[]): ReadonlySet<string> {
  return idsOf(hostdevs.map(addressOf))
}

/** The same of network cards that are functions of the host. */
export function givenCardIds(interfaces: readonly Card[]): ReadonlySet<string> {
  return idsOf(interfaces.map(cardAddress))
}

function cardAddress({ type, source }: Card): PciAddress | undefined {
  return type === 'hostdev' ? sourceAddress(source) : undefined
}

function idsOf(addresses: readonly (PciAddress | undefined)[]): ReadonlySet<string> {
  return new Set(addresses.flatMap((address) => (address === undefined ? [] : [formatPciAddress(address)])))
}

/** What is added for one function: libvirt takes it from the host's driver and gives it back. */
export function newHostdev(device: PciDevice): Hostdev {
  return { type: 'pci', managed: 'yes', source: { ...pciAddressParts(device.address) } }
}

/** A virtual function as a network card: libvirt sets its MAC address, which a plain function would choose anew. */
export function newCard(device: PciDevice): Card {
  return {
    type: 'hostdev',
    managed: true,
    source: { address_type: 'pci', ...pciAddressParts(device.address) },
  }
}

/**
 * The list of hostdevs after the choice in the picker: what was deselected is gone, what is new stands at the end in
 * the order of addresses, everything else stays as it is.
 */
export function withChosen(
  hostdevs: readonly Hostdev[],
  devices: readonly PciDevice[],
  chosen: ReadonlySet<string>,
): readonly Hostdev[] {
  return choose(hostdevs, devices, chosen, addressOf, newHostdev)
}

/** The same for network cards. */
export function withChosenCards(
  interfaces: readonly Card[],
  devices: readonly PciDevice[],
  chosen: ReadonlySet<string>,
): readonly Card[] {
  return choose(interfaces, devices, chosen, cardAddress, newCard)
}

function choose<Item>(
  list: readonly Item[],
  devices: readonly PciDevice[],
  chosen: ReadonlySet<string>,
  addressOfItem: (item: Item) => PciAddress | undefined,
  make: (device: PciDevice) => Item,
): readonly Item[] {
  const listed = idsOf(devices.map(({ address }) => address))
  const given = idsOf(list.map(addressOfItem))
  const kept = list.filter((item) => {
    const address = addressOfItem(item)
    const id = address === undefined ? undefined : formatPciAddress(address)
    return id === undefined || !listed.has(id) || chosen.has(id)
  })
  const added = devices
    .filter(({ address }) => {
      const id = formatPciAddress(address)
      return chosen.has(id) && !given.has(id)
    })
    .toSorted((one, other) => comparePciAddresses(one.address, other.address))
  return [...kept, ...added.map(make)]
}

/** The USB device of the host that a hostdev names; by its ids only while no other has the same. */
export function usbListedAs(
  { type, source }: Hostdev,
  identities: readonly UsbIdentity[],
): UsbIdentity | undefined {
  if (type !== 'usb' || source === undefined) return undefined
  return usbNamedBy(source, identities)
}

/** What is added for one USB device. */
export function newUsb({ source }: UsbIdentity): Hostdev {
  return { type: 'usb', managed: 'yes', source: { ...source } }
}

/** What is added for a mediated device. */
export function newMdev(uuid: string): Hostdev {
  return { type: 'mdev', model: 'vfio-pci', source: { uuid } }
}
