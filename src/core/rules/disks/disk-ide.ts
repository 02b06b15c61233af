import { busOfDisk } from '../../domain/index.ts'
import { deviceRule } from '../support/device-rule.ts'
import { moveDisk } from '../support/free-disk-name.ts'
import { isArm, isQ35, isX86 } from '../support/machine.ts'

export const rule = deviceRule('disks', {
  id: 'disk.ide',
  title: 'IDE on a machine without it',
  source: 'libvirt 11.3: "IDE controllers are unsupported for this QEMU binary or machine type"',
  check(disk, context) {
    if (!isQ35(context) && !isArm(context)) return undefined
    const bus = isX86(context) ? 'sata' : 'scsi'
    if (disk.target === undefined || busOfDisk(disk) !== 'ide') return undefined
    const why =
      disk.target?.bus === undefined ? `${disk.target?.dev} without a bus means IDE, and the` : 'The'
    return {
      at: ['target', 'bus'],
      message: `${why} machine ${context.domain.os?.machine ?? ''} has no IDE. Take the bus ${bus}, or virtio for a disk.`,
      fix: moveDisk(context, bus, 'sd'),
    }
  },
})
