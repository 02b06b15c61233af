import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.send-queue',
  title: 'A send queue that is too long',
  severity: 'error',
  source:
    'QEMU 10.0 at the start: "Invalid tx_queue_size (= 1024), must be a power of 2 between 256 and 256"; longer ones are for vhost-user and vDPA',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'interfaces')) {
      const size = item.driver?.tx_queue_size
      if (item.type !== 'user' || size === undefined || size === 0 || size === 256) continue
      yield {
        path: at(context, ...path, 'driver', 'tx_queue_size'),
        message: `A send queue has 256 entries; ${size} are for vhost-user and vDPA. Leave it out.`,
        fix: removeFix(context, 'Leave it out', [...path, 'driver', 'tx_queue_size']),
      }
    }
  },
}
