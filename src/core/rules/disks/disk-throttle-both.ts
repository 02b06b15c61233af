import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.throttle-both',
  title: 'Two ways of throttling one disk',
  source: "libvirt 11.3: \"block 'throttlefilters' can't be used together with 'iotune' for disk 'vda'\"",
  check(disk) {
    if (disk.iotune === undefined || (disk.throttlefilters ?? []).length === 0) return undefined
    return {
      at: ['iotune'],
      message: 'The disk is in a throttle group and has limits of its own. Say one of them.',
      fix: { title: 'Keep the throttle group' },
    }
  },
})
