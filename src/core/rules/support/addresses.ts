/** PCI addresses that the author gave to devices of the guest. */
import type { Path } from '../../finding.ts'
import { formatPciAddress } from '../../host/index.ts'
import { isRecord, type UnknownRecord } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import type { RuleContext } from './rule.ts'

export interface GuestPciAddress {
  /** Of the address in the Domain. */
  readonly path: Path
  readonly domain: number
  readonly bus: number
  readonly slot: number
  readonly function: number
  /** Undefined when it is left to libvirt. */
  readonly multifunction: boolean | undefined
  /** Whether it has the ids of an s390 guest. */
  readonly hasZpci: boolean
}

/**
 * All addresses of type pci; what is not said counts 0, and an address whose bus and slot are 0 leaves the place to libvirt (virPCIDeviceAddressIsEmpty).
 * The first console is the serial port under another name.
 */
export function guestPciAddresses({ domain }: RuleContext): GuestPciAddress[] {
  const found: GuestPciAddress[] = []
  const look = (device: unknown, path: Path) => {
    if (!isRecord(device) || !isRecord(device['address']) || device['model'] === 'none') return
    const address = device['address']
    if (address['type'] !== 'pci') return
    const place = {
      domain: part(address, 'domain'),
      bus: part(address, 'bus'),
      slot: part(address, 'slot'),
      function: part(address, 'function'),
      multifunction: typeof address['multifunction'] === 'boolean' ? address['multifunction'] : undefined,
      hasZpci: address['zpci'] !== undefined,
    }
    if (place.domain + place.bus + place.slot > 0) found.push({ path: [...path, 'address'], ...place })
  }
  for (const [key, held] of Object.entries(domain.devices ?? {})) {
    if (key === '$rest' || key === 'console') continue
    if (!Array.isArray(held)) look(held, ['devices', key])
    else for (const [index, device] of held.entries()) look(device, ['devices', key, index])
  }
  return found
}

function part(address: UnknownRecord, name: string): number {
  const number = Number(ownValue(address, name) ?? 0)
  return Number.isInteger(number) ? number : 0
}

/** `0000:01:00.0` */
export function formatGuestAddress(address: GuestPciAddress): string {
  return formatPciAddress(address)
}
