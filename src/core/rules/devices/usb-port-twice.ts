import { formatPath } from '../../finding.ts'
import { at } from '../support/place.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'
import { usbDevices } from '../support/usb-devices.ts'

export const rule: Rule = {
  id: 'usb.port-twice',
  title: 'Two USB devices in one port',
  fixIsSafe: true,
  source: 'libvirt 11.3: "Duplicate USB address bus 0 port 1"',
  *check(context) {
    for (const { item, first } of repeated(usbDevices(context), ({ bus, port }) =>
      port === undefined ? undefined : `${bus} ${port}`,
    ))
      yield {
        at: [...item.path, 'address'],
        message: `${formatPath(at(context, ...first.path))} is in port ${item.port} already. Leave the address out, and libvirt picks one.`,
        fix: { title: 'Leave the address out' },
      }
  },
}
