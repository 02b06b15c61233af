import { deviceRule } from '../support/device-rule.ts'
import { beyondKind, type KindLimits } from '../support/kind-limits.ts'

export const rule = deviceRule('disks', {
  id: 'disk.device-only',
  title: 'A key for another kind of drive',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "tray is only valid for cdrom and floppy", "<reservations/> allowed only for lun devices"',
  check: (disk) => beyondKind(disk, disk.device ?? 'disk', 'drive of the kind', limits),
})

const limits: KindLimits = {
  'target.tray': ['cdrom', 'floppy'],
  'source.reservations': ['lun'],
}
