import { busOfDisk } from '../../domain/index.ts'
import { devicesOf } from '../support/devices.ts'
import { freeDiskName } from '../support/free-disk-name.ts'
import { isX86 } from '../support/machine.ts'
import { at, changeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.ejectable-bus',
  title: 'A cdrom or floppy on a bus without them',
  severity: 'error',
  source:
    'libvirt 11.3: "disk type of \'vda\' does not support ejectable media", "Invalid bus type \'virtio\' for floppy disk"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const bus = busOfDisk(item)
      const isFloppy = item.device === 'floppy'
      if (isFloppy ? bus === 'fdc' : item.device !== 'cdrom' || bus !== 'virtio') continue
      const better = isFloppy ? 'fdc' : isX86(context) ? 'sata' : 'scsi'
      const name = freeDiskName(context, isFloppy ? 'fd' : 'sd')
      yield {
        path: at(context, ...path, 'target', 'bus'),
        message: `A ${item.device} can’t be on ${bus}. Take the bus ${better}.`,
        fix: changeFix(context, `Make it ${name} on ${better}`, [
          { path: [...path, 'target', 'bus'], value: better },
          { path: [...path, 'target', 'dev'], value: name },
        ]),
      }
    }
  },
}
