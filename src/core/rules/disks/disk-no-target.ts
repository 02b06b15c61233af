import { deviceRule } from '../support/device-rule.ts'
import { callDisk } from '../support/free-disk-name.ts'

export const rule = deviceRule('disks', {
  id: 'disk.no-target',
  title: 'A disk without a name',
  source: 'libvirt 11.3: "missing target information for device /vm/b.img"',
  check(disk, context) {
    if (disk.target !== undefined) return undefined
    return {
      at: ['target', 'dev'],
      message:
        'The disk has no name for the guest. Set target.dev, such as vdb; libvirt numbers the disks by it.',
      fix: callDisk(context, disk.device === 'cdrom' ? 'sd' : 'vd'),
    }
  },
})
