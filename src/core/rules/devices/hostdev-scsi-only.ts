import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'hostdev.scsi-only',
  title: 'A key that is for SCSI devices alone',
  severity: 'error',
  source:
    'libvirt 11.3: "rawio is only supported for scsi host device", "sgio is only supported for scsi host device"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'hostdevs'))
      for (const key of ['rawio', 'sgio'] as const)
        if (item[key] !== undefined && item.type !== 'scsi')
          yield {
            path: at(context, ...path, key),
            message: `${key} is for devices of type scsi, this one is ${item.type}.`,
            fix: removeFix(context, `Leave ${key} out`, [...path, key]),
          }
  },
}
