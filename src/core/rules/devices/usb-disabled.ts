import { formatPath } from '../../finding.ts'
import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'
import { usbUsers } from '../support/usb-devices.ts'

export const rule: Rule = {
  id: 'usb.disabled',
  title: 'A USB device while USB is off',
  source: 'libvirt 11.3: "Can\'t add USB input device. USB bus is disabled"',
  *check(context) {
    const off = devicesOf(context, 'controllers').find(
      ({ item }) => item.type === 'usb' && item.model === 'none',
    )
    if (off === undefined) return
    for (const { path } of usbUsers(context))
      yield {
        at: path,
        message: `USB is switched off at ${formatPath(at(context, ...off.path))}, and this device needs it. Remove one of them.`,
        fix: { title: 'Remove the device' },
      }
  },
}
