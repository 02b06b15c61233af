import { devicesOf } from '../support/devices.ts'
import { freeDiskName } from '../support/free-disk-name.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.no-target',
  title: 'A disk without a name',
  severity: 'error',
  source: 'libvirt 11.3: "missing target information for device /vm/b.img"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      if (item.target !== undefined) continue
      const name = freeDiskName(context, item.device === 'cdrom' ? 'sd' : 'vd')
      yield {
        path: at(context, ...path, 'target', 'dev'),
        message:
          'The disk has no name for the guest. Set target.dev, such as vdb; libvirt numbers the disks by it.',
        fix: setFix(context, `Call it ${name}`, [...path, 'target', 'dev'], name),
      }
    }
  },
}
