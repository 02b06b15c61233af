import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'share.kind-unsupported',
  title: 'A share of a kind for containers',
  severity: 'error',
  source: 'libvirt 11.3: "only supports mount filesystem type"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'filesystems')) {
      if (item.type === undefined || item.type === 'mount') continue
      yield {
        path: at(context, ...path, 'type'),
        message: `A share of type ${item.type} is for containers; QEMU shares directories, of type mount.`,
        fix: removeFix(context, 'Remove the share', path),
      }
    }
  },
}
