import { busOfDisk, diskNumber } from '../../domain/index.ts'
import { devicesOf } from '../support/devices.ts'
import { freeDiskName } from '../support/free-disk-name.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.target-name',
  title: 'A name that numbers no disk',
  severity: 'error',
  source: 'libvirt 11.3: "Unknown disk name \'hdaxxxxxxxxxx\' and no address specified"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const dev = item.target?.dev
      const isFloppy = dev?.startsWith('fd') === true && busOfDisk(item) !== 'fdc'
      if (dev !== undefined && isFloppy && (item.device ?? 'disk') === 'disk') {
        const better = freeDiskName(context, busOfDisk(item) === 'virtio' ? 'vd' : 'sd')
        yield {
          path: at(context, ...path, 'target', 'dev'),
          message: `${dev} is the name of a floppy, and this is a disk.`,
          fix: setFix(context, `Call it ${better}`, [...path, 'target', 'dev'], better),
        }
        continue
      }
      if (dev === undefined || item.address !== undefined || diskNumber(dev) !== undefined) continue
      // disk.partition says it better.
      if (/^[a-z]+\d+$/.test(dev)) continue
      const prefix = busOfDisk(item) === 'virtio' ? 'vd' : 'sd'
      const name = freeDiskName(context, prefix)
      yield {
        path: at(context, ...path, 'target', 'dev'),
        message: `${dev} is no name of a disk: they are vda, vdb, sda, hda, fda and so on, up to three letters.`,
        fix: setFix(context, `Call it ${name}`, [...path, 'target', 'dev'], name),
      }
    }
  },
}
