import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('hostdevs', {
  id: 'hostdev.no-address',
  title: 'A host device without its address',
  source: 'libvirt 11.3: "missing product", "Missing \'uuid\' attribute for element <address>"',
  check(hostdev) {
    const { type, source = {} } = hostdev
    const isUsbSaid =
      (source.vendor !== undefined && source.product !== undefined) ||
      (source.bus !== undefined && (source.device !== undefined || source.port !== undefined))
    const missing =
      type === 'usb' && !isUsbSaid
        ? 'vendor and product, or bus and device'
        : type === 'mdev' && source.uuid === undefined
          ? 'the UUID of the mediated device'
          : type === 'pci' && hostdev.source === undefined
            ? 'the PCI address'
            : undefined
    if (missing === undefined) return undefined
    return {
      at: ['source'],
      message: `The host device of type ${type} does not say which device it is. Say ${missing} in source.`,
    }
  },
})
