import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'controller.queues',
  title: 'More queues than a SCSI controller can have',
  severity: 'error',
  source:
    'QEMU 10.0 at the start: "Invalid number of queues (= 5000), must be a positive integer less than 1022."',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'controllers')) {
      const queues = item.driver?.queues
      if (item.type !== 'scsi' || queues === undefined || queues < tooMany) continue
      yield {
        path: at(context, ...path, 'driver', 'queues'),
        message: `A SCSI controller has fewer than ${tooMany} queues. One for each vCPU is the best.`,
        fix: removeFix(context, 'Let QEMU choose', [...path, 'driver', 'queues']),
      }
    }
  },
}

const tooMany = 1022
