import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'rng.form',
  title: 'A random number device with a rate of nothing',
  severity: 'error',
  source: 'libvirt 11.3: its schema (rate, bytes above 0)',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'rng'))
      if (item.rate?.bytes === 0)
        yield {
          path: at(context, ...path, 'rate', 'bytes'),
          message:
            'A rate of 0 bytes gives the guest no randomness at all, and libvirt refuses it. Leave the rate out, or raise it.',
        }
  },
}
