/** QEMU finds a port for a device that names a USB bus only; an address of libvirt's has both. */
import { isRecord } from '../../table/index.ts'
import type { ReadDevice } from '../reading/index.ts'

/** The same devices, each on a port of its own. */
export function withUsbPorts(devices: readonly ReadDevice[]): readonly ReadDevice[] {
  const taken = new Set(devices.map(({ item }) => usbPlace(item)))
  return devices.map((device) => {
    const address = 'address' in device.item ? device.item.address : undefined
    if (!isRecord(address) || address['type'] !== 'usb' || address['port'] !== undefined) return device
    let port = 1
    while (taken.has(`${String(address['bus'])} ${port}`)) port += 1
    taken.add(`${String(address['bus'])} ${port}`)
    return { ...device, item: { ...device.item, address: { ...address, port: String(port) } } }
  })
}

function usbPlace(item: object): string {
  const address = 'address' in item ? item.address : undefined
  return isRecord(address) && address['type'] === 'usb'
    ? `${String(address['bus'])} ${String(address['port'])}`
    : ''
}
