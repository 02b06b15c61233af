import { busOfDisk } from '../../domain/index.ts'
import { deviceRule } from '../support/device-rule.ts'
import { moveDisk } from '../support/free-disk-name.ts'
import { isX86 } from '../support/machine.ts'

export const rule = deviceRule('disks', {
  id: 'disk.ejectable-bus',
  title: 'A cdrom or floppy on a bus without them',
  source:
    'libvirt 11.3: "disk type of \'vda\' does not support ejectable media", "Invalid bus type \'virtio\' for floppy disk"',
  check(disk, context) {
    const bus = busOfDisk(disk)
    const isFloppy = disk.device === 'floppy'
    if (isFloppy ? bus === 'fdc' : disk.device !== 'cdrom' || bus !== 'virtio') return undefined
    const better = isFloppy ? 'fdc' : isX86(context) ? 'sata' : 'scsi'
    return {
      at: ['target', 'bus'],
      message: `A ${disk.device} can’t be on ${bus}. Take the bus ${better}.`,
      fix: moveDisk(context, better, isFloppy ? 'fd' : 'sd'),
    }
  },
})
