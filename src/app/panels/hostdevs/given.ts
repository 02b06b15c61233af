/** The PCI functions that a design gives to its guest. */
import {
  comparePciAddresses,
  formatPciAddress,
  isRecord,
  type Path,
  type PciAddress,
  type PciDevice,
  pciAddressFromParts,
  pciAddressParts,
  type UnknownRecord,
} from '../../core.ts'
import { textAt } from '../spec-values.ts'

export const hostdevsPath: Path = ['libvirt', 'devices', 'hostdevs']

/** The address of a PCI hostdev; undefined for other devices and while it is not whole. */
export function addressOf(hostdev: UnknownRecord): PciAddress | undefined {
  const { type, source } = hostdev
  if (type !== 'pci' || !isRecord(source)) return undefined
  const parts = ['domain', 'bus', 'slot', 'function'].flatMap((part) => {
    const text = textAt(source, part)
    return text === undefined ? [] : [[part, text] as const]
  })
  return pciAddressFromParts(Object.fromEntries(parts)).address
}

/** The device of the listing that a hostdev is; undefined when the listing has it not. */
export function listedAs(hostdev: UnknownRecord, devices: readonly PciDevice[]): PciDevice | undefined {
  const address = addressOf(hostdev)
  if (address === undefined) return undefined
  return devices.find((device) => comparePciAddresses(device.address, address) === 0)
}

/** The ids of the functions that are given, as `formatPciAddress` writes them. */
export function givenIds(hostdevs: readonly UnknownRecord[]): ReadonlySet<string> {
  return new Set(
    hostdevs.flatMap((hostdev) => {
      const address = addressOf(hostdev)
      return address === undefined ? [] : [formatPciAddress(address)]
    }),
  )
}

/** What is added for one function: libvirt takes it from the host's driver and gives it back. */
export function newHostdev(device: PciDevice): UnknownRecord {
  return { type: 'pci', managed: 'yes', source: { ...pciAddressParts(device.address) } }
}

/**
 * The list of hostdevs after the choice in the picker: what was deselected is gone, what is new stands at the end in
 * the order of addresses, everything else stays as it is.
 */
export function withChosen(
  hostdevs: readonly UnknownRecord[],
  devices: readonly PciDevice[],
  chosen: ReadonlySet<string>,
): readonly UnknownRecord[] {
  const listed = new Set(devices.map((device) => formatPciAddress(device.address)))
  const given = givenIds(hostdevs)
  const kept = hostdevs.filter((hostdev) => {
    const address = addressOf(hostdev)
    const id = address === undefined ? undefined : formatPciAddress(address)
    return id === undefined || !listed.has(id) || chosen.has(id)
  })
  const added = devices
    .filter((device) => {
      const id = formatPciAddress(device.address)
      return chosen.has(id) && !given.has(id)
    })
    .toSorted((one, other) => comparePciAddresses(one.address, other.address))
  return [...kept, ...added.map(newHostdev)]
}
