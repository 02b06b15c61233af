import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.shareable-format',
  title: 'A shared disk in a format that can’t be shared',
  severity: 'error',
  source: 'libvirt 11.3: "shared access for disk \'vda\' requires use of supported storage format"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const format = item.driver?.type ?? 'raw'
      if (item.shareable !== true || format === 'raw') continue
      yield {
        path: at(context, ...path, 'shareable'),
        message: `Only a raw image can be used by several VMs at once, this one is ${format}. Leave shareable out.`,
        fix: removeFix(context, 'Leave shareable out', [...path, 'shareable']),
      }
    }
  },
}
