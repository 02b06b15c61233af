import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'video.address',
  title: 'A video card that has no address',
  severity: 'error',
  source: 'libvirt 11.3: "address not supported for video type ramfb"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'video')) {
      if ((item.model !== 'ramfb' && item.model !== 'none') || item.address === undefined) continue
      yield {
        path: at(context, ...path, 'address'),
        message: `${item.model} is on no bus: leave the address out.`,
        fix: removeFix(context, 'Leave the address out', [...path, 'address']),
      }
    }
  },
}
