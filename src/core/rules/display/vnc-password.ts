import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'vnc.password',
  title: 'A VNC password that is too long',
  severity: 'error',
  source: 'libvirt 11.3: "VNC password is 17 characters long, only 8 permitted"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'graphics')) {
      const length = item.passwd?.length ?? 0
      if (item.type !== 'vnc' || length <= 8) continue
      yield {
        path: at(context, ...path, 'passwd'),
        message: `The VNC password has ${length} characters, 8 are permitted. Shorten it; for more safety listen on 127.0.0.1 and go through SSH.`,
      }
    }
  },
}
