import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.throttle-both',
  title: 'Two ways of throttling one disk',
  severity: 'error',
  source: "libvirt 11.3: \"block 'throttlefilters' can't be used together with 'iotune' for disk 'vda'\"",
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      if (item.iotune === undefined || (item.throttlefilters ?? []).length === 0) continue
      yield {
        path: at(context, ...path, 'iotune'),
        message: 'The disk is in a throttle group and has limits of its own. Say one of them.',
        fix: removeFix(context, 'Keep the throttle group', [...path, 'iotune']),
      }
    }
  },
}
