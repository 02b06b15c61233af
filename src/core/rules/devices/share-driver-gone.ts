import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'share.driver-gone',
  title: 'A share whose driver QEMU has no more',
  severity: 'warning',
  atStart: true,
  source:
    'QEMU 10.0 does not start it, libvirt’s own tests have it all the same: "fsdriver handle not found"; gone since QEMU 4.0',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'filesystems'))
      if (item.driver?.type === 'handle')
        yield {
          path: at(context, ...path, 'driver', 'type'),
          message: 'QEMU has the driver handle no more since 4.0. path is the same, and virtiofs faster.',
          fix: removeFix(context, 'Leave the driver out', [...path, 'driver', 'type']),
        }
  },
}
