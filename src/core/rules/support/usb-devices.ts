/** The USB devices of the guest, and the places that they were given. libvirt manual, Device Addresses, USB addresses. */

import { busOfDisk } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { isRecord } from '../../table/index.ts'
import { devicesOf, type Placed } from './devices.ts'
import type { RuleContext } from './rule.ts'

export interface PlacedUsbDevice {
  readonly path: Path
  readonly bus: number
  /** `1.2`: port 2 of the hub in port 1. */
  readonly port: string | undefined
  readonly isHub: boolean
}

/** All devices with an address of type usb. */
export function usbDevices({ domain }: RuleContext): PlacedUsbDevice[] {
  const found: PlacedUsbDevice[] = []
  for (const [list, held] of Object.entries(domain.devices ?? {}))
    for (const [index, device] of Array.isArray(held) ? held.entries() : []) {
      const address: unknown = isRecord(device) ? device['address'] : undefined
      if (!isRecord(address) || address['type'] !== 'usb') continue
      const port = address['port']
      found.push({
        path: ['devices', list, index],
        bus: Number(address['bus'] ?? 0),
        port: port === undefined ? undefined : String(port),
        isHub: list === 'hub',
      })
    }
  return found
}

/** All devices that hang on a USB bus, wherever. */
export function usbUsers(context: RuleContext): readonly Placed<unknown>[] {
  return [
    ...devicesOf(context, 'inputs').filter(({ item }) => item.bus === 'usb'),
    ...devicesOf(context, 'hub'),
    ...devicesOf(context, 'redirdev').filter(({ item }) => (item.bus ?? 'usb') === 'usb'),
    ...devicesOf(context, 'hostdevs').filter(({ item }) => item.type === 'usb'),
    ...devicesOf(context, 'disks').filter(({ item }) => busOfDisk(item) === 'usb'),
  ]
}
