/** Where a device sits, as `-device` says it: a bus and an address on it. libvirt manual, Device Addresses. */
import type { Build, Devices, Item } from './build.ts'
import { controllerId } from './bus-id.ts'
import type { OptionValue } from './options.ts'

/** The address of a device, as the completed Domain has it. */
export type Address = NonNullable<Item<Devices['rng']>['address']>

/**
 * The keys that put a device in its place, to be written after its own.
 *
 * @param address of the completed Domain; undefined leaves the place to QEMU
 */
export function place(build: Build, address: Address | undefined): Record<string, OptionValue> {
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
      return {
        bus: `${controllerId(build, 'ccid', Number(address.controller ?? 0))}.0`,
        slot: Number(address.slot ?? 0),
      }
    case 'isa':
      return { iobase: address.iobase, irq: address.irq === undefined ? undefined : Number(address.irq) }
    case 'spapr-vio':
      return { reg: address.reg }
    default:
      return {}
  }
}

function pciPlace(
  build: Build,
  { bus, slot, function: number, multifunction }: Address,
): Record<string, OptionValue> {
  const bare = Number(number ?? 0)
  return {
    bus: controllerId(build, 'pci', Number(bus ?? 0)),
    multifunction: multifunction === true ? true : undefined,
    addr: `0x${Number(slot ?? 0).toString(16)}${bare === 0 ? '' : `.0x${bare.toString(16)}`}`,
  }
}
