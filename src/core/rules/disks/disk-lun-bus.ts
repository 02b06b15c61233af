import { busOfDisk } from '../../domain/index.ts'
import { deviceRule } from '../support/device-rule.ts'
import { moveDisk } from '../support/free-disk-name.ts'

export const rule = deviceRule('disks', {
  id: 'disk.lun-bus',
  title: 'A LUN on a bus without SCSI',
  source: "libvirt 11.3: \"This QEMU doesn't support SCSI emulation with 'virtio-blk' device\"",
  check(disk, context) {
    const bus = busOfDisk(disk)
    if (disk.device !== 'lun' || (bus !== 'virtio' && bus !== 'ide' && bus !== 'sata' && bus !== 'usb'))
      return undefined
    return {
      at: ['target', 'bus'],
      message: `A LUN hands SCSI commands on, which ${bus} does not. Take the bus scsi.`,
      fix: moveDisk(context, 'scsi', 'sd'),
    }
  },
})
