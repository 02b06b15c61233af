import { isRecord } from '../../table/index.ts'
import { addressLeftOut } from '../support/left-out.ts'
import type { Rule } from '../support/rule.ts'
import { usbUsers } from '../support/usb-devices.ts'

export const rule: Rule = {
  id: 'usb.address-kind',
  title: 'A USB device at an address of another bus',
  source: 'libvirt 11.3: "Invalid address for a USB device"',
  *check(context) {
    for (const { item, path } of usbUsers(context)) {
      const address: unknown = isRecord(item) ? item['address'] : undefined
      const type: unknown = isRecord(address) ? address['type'] : undefined
      // hostdev.address-kind and disk.address-kind speak of theirs.
      if (type === undefined || type === 'usb' || path[1] === 'hostdevs' || path[1] === 'disks') continue
      yield addressLeftOut([...path, 'address'], `A USB device has an address of type usb, not ${type}.`)
    }
  },
}
