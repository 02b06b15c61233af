import { busOfDisk } from '../../domain/index.ts'
import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.readonly-conflict',
  title: 'A key that a read-only disk can’t have',
  severity: 'error',
  source:
    'libvirt 11.3: "readonly sata disks are not supported", "copy_on_read is not compatible with read-only disk", "transient disk must not be read-only", "\'discard_no_unref\' is not compatible with read-only disk"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const device = item.device ?? 'disk'
      const bus = busOfDisk(item)
      if (item.readonly !== true && device !== 'cdrom') continue
      if (device === 'disk' && (bus === 'ide' || bus === 'sata'))
        yield {
          path: at(context, ...path, 'readonly'),
          message: `A hard disk on ${bus} can’t be read-only. Take the bus virtio or scsi, make it a cdrom, or leave readonly out.`,
          fix: removeFix(context, 'Leave readonly out', [...path, 'readonly']),
        }
      for (const [key, held] of [
        ['copy_on_read', item.driver?.copy_on_read],
        ['discard_no_unref', item.driver?.discard_no_unref],
      ] as const)
        if (held === true)
          yield {
            path: at(context, ...path, 'driver', key),
            message: `${key} writes to the image, and this drive is read-only. Leave ${key} out.`,
            fix: removeFix(context, `Leave ${key} out`, [...path, 'driver', key]),
          }
      if (item.transient === true)
        yield {
          path: at(context, ...path, 'transient'),
          message: 'A read-only drive has no changes to throw away. Leave transient out.',
          fix: removeFix(context, 'Leave transient out', [...path, 'transient']),
        }
    }
  },
}
