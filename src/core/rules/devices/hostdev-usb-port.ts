import { devicesOf } from '../support/devices.ts'
import { isNewerThan } from '../support/host-version.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'hostdev.usb-port',
  title: 'A USB device of the host by its port, before libvirt knows ports',
  severity: 'error',
  target: 'libvirt',
  source:
    "libvirt 11.3: \"Missing required attribute 'device' in element 'address'\"; the schema of 12.8 has port",
  *check(context) {
    if (isNewerThan(context.host?.libvirt, withoutPorts)) return
    for (const { item, path } of devicesOf(context, 'hostdevs')) {
      const { source } = item
      if (item.type !== 'usb' || source?.bus === undefined || source.device !== undefined) continue
      yield {
        path: at(context, ...path, 'source'),
        message: `libvirt ${withoutPorts} finds a USB device by vendor and product, or by bus and device number, and not by its port. Say one of these.`,
      }
    }
  },
}

/** Refused by this one, seen in the lab. */
const withoutPorts = '11.3.0'
