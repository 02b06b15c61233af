import { devicesOf } from '../support/devices.ts'
import { freeDiskName } from '../support/free-disk-name.ts'
import { isX86 } from '../support/machine.ts'
import { at, changeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.iso-as-disk',
  title: 'An ISO image as a writable disk',
  severity: 'warning',
  source: 'libvirt 9.0 and 11.3 start it; the ISO can be written (rules.md)',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const file = item.source?.file ?? ''
      if ((item.device ?? 'disk') !== 'disk' || item.readonly === true || !/\.iso$/i.test(file)) continue
      const bus = isX86(context) ? 'sata' : 'scsi'
      const name = freeDiskName(context, 'sd')
      yield {
        path: at(context, ...path, 'device'),
        message: `${file} is called like an ISO image but is a disk that the guest can write. Set the device to cdrom.`,
        fix: changeFix(context, `Make it the cdrom ${name}`, [
          { path: [...path, 'device'], value: 'cdrom' },
          { path: [...path, 'target', 'bus'], value: bus },
          { path: [...path, 'target', 'dev'], value: name },
        ]),
      }
    }
  },
}
