import { devicesOf } from '../support/devices.ts'
import { at, changeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.range-backwards',
  title: 'A range of ports that ends before it starts',
  severity: 'error',
  source: 'passt at the start: "Invalid port specifier 3000-2000"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'interfaces'))
      for (const [number, { ranges }] of (item.port_forwards ?? []).entries())
        for (const [index, { start, end }] of (ranges ?? []).entries()) {
          if (start === undefined || end === undefined || end >= start) continue
          const where = [...path, 'port_forwards', number, 'ranges', index]
          yield {
            path: at(context, ...where, 'end'),
            message: `The range goes from port ${start} to ${end}, backwards. Exchange the two.`,
            fix: changeFix(context, 'Exchange the two', [
              { path: [...where, 'start'], value: end },
              { path: [...where, 'end'], value: start },
            ]),
          }
        }
  },
}
