import { devicesOf } from '../support/devices.ts'
import { beyondKind, type KindLimits } from '../support/kind-limits.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.device-only',
  title: 'A key for another kind of drive',
  severity: 'error',
  source:
    'libvirt 11.3: "tray is only valid for cdrom and floppy", "<reservations/> allowed only for lun devices"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks'))
      yield* beyondKind(
        context,
        { item, path, kind: item.device ?? 'disk', what: 'drive of the kind' },
        limits,
      )
  },
}

const limits: KindLimits = {
  'target.tray': ['cdrom', 'floppy'],
  'source.reservations': ['lun'],
}
