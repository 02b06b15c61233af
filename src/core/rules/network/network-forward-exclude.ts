import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.forward-exclude',
  title: 'Ports that are left out and lead somewhere',
  severity: 'error',
  source: 'passt under libvirt 11.3, at the start: "Invalid port specifier ~2222:22"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'interfaces'))
      for (const [index, { ranges = [] }] of (item.port_forwards ?? []).entries())
        for (const [at_, range] of ranges.entries()) {
          if (range.exclude !== true || range.to === undefined) continue
          const place = [...path, 'port_forwards', index, 'ranges', at_, 'to']
          yield {
            path: at(context, ...place),
            message: 'These ports are excluded from the forward, so that they lead nowhere: leave `to` out.',
            fix: removeFix(context, 'Leave `to` out', place),
          }
        }
  },
}
