/** Where a device sits, as `-device` says it: a bus and an address on it. libvirt manual, Device Addresses. */
import type { Address } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { type Build, controllerId } from '../build/index.ts'
import type { Properties } from '../properties/property.ts'
import { numbered } from '../properties/shared.ts'
import type { Pairs } from '../words/options.ts'
import { device } from './emit.ts'
import { propertyPairs } from './property-pairs.ts'

/** What says where a device is. */
export interface Placed {
  readonly address?: Address | undefined
  readonly acpi?: { readonly index?: number | undefined } | undefined
}

/** The keys of a device's place, and the number that guests name it by. */
export function placeOf(build: Build, one: Placed): Pairs {
  const where = place(build, one.address)
  return one.acpi === undefined ? where : { ...where, ...propertyPairs(build, numbered, one, []) }
}

/**
 * Adds a `-device` with what its table says of it, in its place.
 *
 * @param given the values that no field of the device says alone
 */
export function placedDevice<T extends Placed>(
  build: Build,
  driver: string,
  path: Path,
  table: Properties<T>,
  one: T,
  given: Pairs,
): void {
  device(build, driver, path, propertyPairs(build, table, one, path, given), placeOf(build, one))
}

/**
 * The keys that put a device in its place, to be written after its own.
 *
 * @param address of the completed Domain; undefined leaves the place to QEMU
 */
export function place(build: Build, address: Address | undefined): Pairs {
  switch (address?.type) {
    case 'pci':
      return pciPlace(build, address)
    case 'usb':
      return { bus: `${controllerId(build, 'usb', Number(address.bus ?? 0))}.0`, port: address.port }
    case 'virtio-serial':
      return {
        bus: `${controllerId(build, 'virtio-serial', Number(address.controller ?? 0))}.0`,
        nr: address.port === undefined ? undefined : Number(address.port),
      }
    case 'ccid':
      return { bus: `${controllerId(build, 'ccid', Number(address.controller ?? 0))}.0` }
    case 'isa':
      return { iobase: address.iobase, irq: address.irq === undefined ? undefined : Number(address.irq) }
    case 'spapr-vio':
      return { reg: address.reg }
    case 'ccw':
      return { devno: channelOf(address) }
    default:
      return {}
  }
}

/** `fe.0.0001`; without a number QEMU takes the next one. */
function channelOf({ cssid, ssid, devno }: Address): string | undefined {
  if (devno === undefined) return undefined
  const number = Number(devno).toString(16).padStart(4, '0')
  return `${Number(cssid ?? 0xfe).toString(16)}.${Number(ssid ?? 0)}.${number}`
}

function pciPlace(build: Build, { bus, slot, function: number, multifunction }: Address): Pairs {
  const bare = Number(number ?? 0)
  return {
    bus: controllerId(build, 'pci', Number(bus ?? 0)),
    multifunction: multifunction === true ? true : undefined,
    addr: `0x${Number(slot ?? 0).toString(16)}${bare === 0 ? '' : `.0x${bare.toString(16)}`}`,
  }
}
