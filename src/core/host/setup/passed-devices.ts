/** The PCI functions that a design takes from its host. */
import type { Domain } from '../../domain/index.ts'
import type { HostFacts } from '../facts.ts'
import {
  comparePciAddresses,
  formatPciAddress,
  type PciAddress,
  pciAddressFromParts,
} from '../pci-address.ts'
import type { PciDevice } from '../pci-device.ts'
import { pciKind } from '../pci-kind.ts'

export interface PassedDevices {
  /** In the order of the design, each once. */
  readonly addresses: readonly PciAddress[]
  /** Those of them that the host knows. */
  readonly devices: readonly PciDevice[]
  /** True when the host has no graphics card besides. */
  readonly onlyGpu: boolean
  /** Functions that stay with the host and have the ids of one that goes. */
  readonly twins: readonly PciDevice[]
}

/** @param domain the resolved domain; addresses that are none are left to the rules */
export function passedDevices(facts: HostFacts | undefined, domain: Domain): PassedDevices {
  const found = new Map<string, PciAddress>()
  for (const hostdev of domain.devices?.hostdevs ?? []) {
    if (hostdev.type !== 'pci') continue
    const { domain: number, bus, slot, function: fn } = hostdev.source ?? {}
    const { address } = pciAddressFromParts({
      domain: number ?? '0x0',
      bus: bus ?? '0x0',
      slot: slot ?? '0x0',
      function: fn ?? '0x0',
    })
    if (address !== undefined && bus !== undefined) found.set(formatPciAddress(address), address)
  }
  const addresses = [...found.values()]
  const all = facts?.pci ?? []
  const devices = addresses.flatMap(
    (address) => all.find((device) => comparePciAddresses(device.address, address) === 0) ?? [],
  )
  const stays = all.filter((device) => !found.has(formatPciAddress(device.address)))
  const ids = new Set(devices.map(idsOf))
  const isCard = (device: PciDevice) =>
    pciKind(device.class_code) === 'gpu' && device.physical_function === undefined
  return {
    addresses,
    devices,
    onlyGpu: devices.some(isCard) && !stays.some(isCard),
    twins: stays.filter((device) => ids.has(idsOf(device))),
  }
}

/** `10de:11c0`, as vfio-pci.ids takes them. */
export function idsOf({ vendor_id: vendor, device_id: device }: PciDevice): string {
  return `${vendor}:${device}`
}
