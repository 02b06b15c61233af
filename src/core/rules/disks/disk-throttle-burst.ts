import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.throttle-burst',
  title: 'A burst that does not go with its limit',
  source:
    'QEMU 10.0 at the start: "bps_max/iops_max require corresponding bps/iops values", "bps_max/iops_max cannot be lower than bps/iops", "burst length set without burst rate"',
  *check({ iotune }) {
    if (iotune === undefined) return
    for (const key of keys) {
      const limit = iotune[key] ?? 0
      const burst = iotune[`${key}_max`] ?? 0
      const place = ['iotune', `${key}_max`]
      if (burst > 0 && burst < limit)
        yield {
          at: place,
          message: `The burst ${key}_max is ${burst}, less than the limit ${limit} itself. Raise it, or leave it out.`,
          fix: { title: 'Leave the burst out' },
        }
      else if (burst > 0 && limit === 0)
        yield {
          at: place,
          message: `${key}_max is a burst above ${key}, which is not said.`,
          fix: { title: `Set ${key} to ${burst}`, at: ['iotune', key], value: burst },
        }
      if ((iotune[`${key}_max_length`] ?? 0) > 0 && burst === 0)
        yield {
          at: ['iotune', `${key}_max_length`],
          message: `${key}_max_length is how long a burst lasts, and there is no ${key}_max.`,
          fix: { title: 'Leave the length out' },
        }
    }
  },
})

const keys = [
  'total_bytes_sec',
  'read_bytes_sec',
  'write_bytes_sec',
  'total_iops_sec',
  'read_iops_sec',
  'write_iops_sec',
] as const
