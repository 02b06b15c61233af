import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'hostdev.no-address',
  title: 'A host device without its address',
  severity: 'error',
  source: 'libvirt 11.3: "missing product", "Missing \'uuid\' attribute for element <address>"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'hostdevs')) {
      const { type, source = {} } = item
      const isUsbSaid =
        (source.vendor !== undefined && source.product !== undefined) ||
        (source.bus !== undefined && (source.device !== undefined || source.port !== undefined))
      const missing =
        type === 'usb' && !isUsbSaid
          ? 'vendor and product, or bus and device'
          : type === 'mdev' && source.uuid === undefined
            ? 'the UUID of the mediated device'
            : type === 'pci' && item.source === undefined
              ? 'the PCI address'
              : undefined
      if (missing === undefined) continue
      yield {
        path: at(context, ...path, 'source'),
        message: `The host device of type ${type} does not say which device it is. Say ${missing} in source.`,
      }
    }
  },
}
