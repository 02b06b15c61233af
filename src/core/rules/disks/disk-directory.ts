import { devicesOf } from '../support/devices.ts'
import { at, changeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.directory',
  title: 'A directory as a disk that is not read-only FAT',
  severity: 'error',
  source:
    "libvirt 11.3: \"storage type 'dir' requires use of storage format 'fat'\", \"virtual FAT storage can't be accessed in read-write mode\"",
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const isFat = item.driver?.type === 'fat'
      const isReadOnly = item.readonly === true || item.device === 'cdrom' || item.device === 'floppy'
      if (item.type !== 'dir' || (isFat && isReadOnly)) continue
      yield {
        path: at(context, ...path, 'type'),
        message:
          'QEMU shows a directory as a FAT file system that can only be read. Set the format to fat and readonly; a share is the way to write.',
        fix: changeFix(context, 'Make it read-only FAT', [
          ...(isFat ? [] : [{ path: [...path, 'driver', 'type'], value: 'fat' }]),
          ...(isReadOnly ? [] : [{ path: [...path, 'readonly'], value: true }]),
        ]),
      }
    }
  },
}
