import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'video.primary-twice',
  title: 'Two first video cards',
  source: 'libvirt 11.3: "Only one primary video device is supported"',
  *check(context) {
    const primaries = devicesOf(context, 'video').filter(({ item }) => item.primary === true)
    for (const { path } of primaries.slice(1))
      yield {
        at: [...path, 'primary'],
        message: 'Two video cards are marked primary; the firmware can show itself on one only.',
        fix: { title: 'Leave primary out here' },
      }
  },
}
