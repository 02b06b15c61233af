/** Where one virtio device sits on a bus of its own libvirt puts all others there too: those on PCI have to say so. */
import { isRecord } from '../../table/index.ts'
import type { ReadDevice } from '../reading/index.ts'

/** The same devices; on a board with both kinds of buses, those of PCI say PCI when another one says virtio-mmio. */
export function withTransport(devices: readonly ReadDevice[]): readonly ReadDevice[] {
  if (!devices.some(({ item }) => addressType(item) === 'virtio-mmio')) return devices
  return devices.map((device) =>
    addressType(device.item) === undefined && isOnPci(device)
      ? { ...device, item: { ...device.item, address: { type: 'pci' } } }
      : device,
  )
}

function addressType(item: object): unknown {
  const address = 'address' in item ? item.address : undefined
  return isRecord(address) ? address['type'] : undefined
}

/** By its driver; what a short form stands for is on PCI. */
function isOnPci({ item, options }: ReadDevice): boolean {
  const [main] = options
  if (main?.name === 'device') {
    const driver = main.written.pairs.find(([key]) => key === 'driver')?.[1] ?? ''
    return /^(?:virtio|vhost)-/.test(driver)
  }
  const bus = 'target' in item && isRecord(item.target) ? item.target['bus'] : undefined
  const model = 'model' in item && isRecord(item.model) ? item.model['type'] : undefined
  return bus === 'virtio' || model === 'virtio'
}
