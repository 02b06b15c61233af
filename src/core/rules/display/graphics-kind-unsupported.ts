import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'graphics.kind-unsupported',
  title: 'A kind of display that QEMU does not have',
  severity: 'error',
  source:
    'libvirt 11.3: "desktop graphics are not supported with this QEMU", "rdp graphics are not supported with this QEMU"; rdp since 11.5',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'graphics')) {
      if (item.type !== 'desktop') continue
      yield {
        path: at(context, ...path, 'type'),
        message: 'The display desktop is VirtualBox’s. VNC is seen by every viewer.',
        fix: setFix(context, 'Take VNC', [...path, 'type'], 'vnc'),
      }
    }
  },
}
