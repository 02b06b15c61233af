import { devicesOf } from '../support/devices.ts'
import { at, changeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'graphics.listens-many',
  title: 'A display that listens at several addresses',
  severity: 'error',
  source: 'libvirt 11.3 at the start: "QEMU does not support multiple listens for one graphics device."',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'graphics')) {
      const { listen } = item
      if (!Array.isArray(listen) || listen.length < 2) continue
      yield {
        path: at(context, ...path, 'listen'),
        message: 'A display listens at one address, this one at several. Keep one; 0.0.0.0 is all of them.',
        fix: changeFix(context, 'Keep the first', [{ path: [...path, 'listen'], value: listen.slice(0, 1) }]),
      }
    }
  },
}
