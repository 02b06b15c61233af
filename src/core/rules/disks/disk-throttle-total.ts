import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.throttle-total',
  title: 'A limit for all beside one for reading or writing',
  source:
    'libvirt 11.3: its schema knows one of them; without validation "total and read/write of bytes_sec cannot be set at the same time"',
  *check({ iotune }) {
    if (iotune === undefined) return
    for (const kind of ['bytes_sec', 'iops_sec', 'bytes_sec_max', 'iops_sec_max'] as const) {
      const parts = ([`read_${kind}`, `write_${kind}`] as const).filter((key) => (iotune[key] ?? 0) > 0)
      if ((iotune[`total_${kind}`] ?? 0) === 0 || parts.length === 0) continue
      yield {
        at: ['iotune', `total_${kind}`],
        message: `total_${kind} limits reading and writing together; ${parts.join(' and ')} can’t be said beside it.`,
        fix: { title: `Keep total_${kind}`, all: parts.map((key) => ({ at: ['iotune', key] })) },
      }
    }
  },
})
