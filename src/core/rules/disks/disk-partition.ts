import { deviceRule } from '../support/device-rule.ts'
import { devicesOf } from '../support/devices.ts'
import { freeDiskName } from '../support/free-disk-name.ts'

export const rule = deviceRule('disks', {
  id: 'disk.partition',
  title: 'A partition for a disk’s name',
  source: "libvirt 11.3: \"invalid disk target 'vdb1', partitions can't appear in disk targets\"",
  check({ target }, context) {
    const dev = target?.dev ?? ''
    const disk = /^((?:xvd|ubd|[fhsv]d)[a-z]+)\d+$/.exec(dev)?.[1]
    if (disk === undefined) return undefined
    const isTaken = devicesOf(context, 'disks').some((other) => other.item.target?.dev === disk)
    const name = isTaken ? freeDiskName(context, dev.startsWith('sd') ? 'sd' : 'vd') : disk
    return {
      at: ['target', 'dev'],
      message: `${dev} names a partition; a disk is called ${disk}.`,
      fix: { title: `Call it ${name}`, value: name },
    }
  },
})
