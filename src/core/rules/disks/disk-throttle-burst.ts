import { devicesOf } from '../support/devices.ts'
import { at, removeFix, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.throttle-burst',
  title: 'A burst that does not go with its limit',
  severity: 'error',
  source:
    'QEMU 10.0 at the start: "bps_max/iops_max require corresponding bps/iops values", "bps_max/iops_max cannot be lower than bps/iops", "burst length set without burst rate"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const { iotune } = item
      if (iotune === undefined) continue
      for (const key of keys) {
        const limit = iotune[key] ?? 0
        const burst = iotune[`${key}_max`] ?? 0
        const place = [...path, 'iotune', `${key}_max`]
        if (burst > 0 && burst < limit)
          yield {
            path: at(context, ...place),
            message: `The burst ${key}_max is ${burst}, less than the limit ${limit} itself. Raise it, or leave it out.`,
            fix: removeFix(context, 'Leave the burst out', place),
          }
        else if (burst > 0 && limit === 0)
          yield {
            path: at(context, ...place),
            message: `${key}_max is a burst above ${key}, which is not said.`,
            fix: setFix(context, `Set ${key} to ${burst}`, [...path, 'iotune', key], burst),
          }
        if ((iotune[`${key}_max_length`] ?? 0) > 0 && burst === 0)
          yield {
            path: at(context, ...path, 'iotune', `${key}_max_length`),
            message: `${key}_max_length is how long a burst lasts, and there is no ${key}_max.`,
            fix: removeFix(context, 'Leave the length out', [...path, 'iotune', `${key}_max_length`]),
          }
      }
    }
  },
}

const keys = [
  'total_bytes_sec',
  'read_bytes_sec',
  'write_bytes_sec',
  'total_iops_sec',
  'read_iops_sec',
  'write_iops_sec',
] as const
