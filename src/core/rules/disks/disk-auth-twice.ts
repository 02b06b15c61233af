import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.auth-twice',
  title: 'Two logins for one disk',
  severity: 'error',
  source: 'libvirt 11.3: "an <auth> definition already found for disk source"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      if (item.auth === undefined || item.source?.auth === undefined) continue
      yield {
        path: at(context, ...path, 'auth'),
        message: 'The login is said for the disk and for its source. Say it for the source only.',
        fix: removeFix(context, 'Keep that of the source', [...path, 'auth']),
      }
    }
  },
}
