import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.queue-size',
  title: 'A queue of a size that can’t be',
  severity: 'error',
  source: 'libvirt 11.3: "rx_queue_size has to be a power of two"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'interfaces'))
      for (const key of ['rx_queue_size', 'tx_queue_size'] as const) {
        const size = item.driver?.[key]
        if (size === undefined || size === 0 || Number.isInteger(Math.log2(size))) continue
        yield {
          path: at(context, ...path, 'driver', key),
          message: `${key} is a power of two from 256 to 1024, ${size} is not.`,
          fix: setFix(context, 'Take 512', [...path, 'driver', key], 512),
        }
      }
  },
}
