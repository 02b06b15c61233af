import { busOfDisk } from '../../domain/index.ts'
import { deviceRule } from '../support/device-rule.ts'
import { leftOut } from '../support/left-out.ts'

export const rule = deviceRule('disks', {
  id: 'disk.readonly-conflict',
  title: 'A key that a read-only disk can’t have',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "readonly sata disks are not supported", "copy_on_read is not compatible with read-only disk", "transient disk must not be read-only", "\'discard_no_unref\' is not compatible with read-only disk"',
  *check(disk) {
    const device = disk.device ?? 'disk'
    const bus = busOfDisk(disk)
    if (disk.readonly !== true && device !== 'cdrom') return
    if (device === 'disk' && (bus === 'ide' || bus === 'sata'))
      yield {
        at: ['readonly'],
        message: `A hard disk on ${bus} can’t be read-only. Take the bus virtio or scsi, make it a cdrom, or leave readonly out.`,
        fix: { title: 'Leave readonly out' },
      }
    for (const [key, held] of [
      ['copy_on_read', disk.driver?.copy_on_read],
      ['discard_no_unref', disk.driver?.discard_no_unref],
    ] as const)
      if (held === true)
        yield leftOut(['driver', key], `${key} writes to the image, and this drive is read-only.`, key)
    if (disk.transient === true)
      yield leftOut(['transient'], 'A read-only drive has no changes to throw away.', 'transient')
  },
})
