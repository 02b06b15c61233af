import { devicesOf } from '../support/devices.ts'
import { freeDiskName } from '../support/free-disk-name.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.partition',
  title: 'A partition for a disk’s name',
  severity: 'error',
  source: "libvirt 11.3: \"invalid disk target 'vdb1', partitions can't appear in disk targets\"",
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const dev = item.target?.dev ?? ''
      const disk = /^((?:xvd|ubd|[fhsv]d)[a-z]+)\d+$/.exec(dev)?.[1]
      if (disk === undefined) continue
      const isTaken = devicesOf(context, 'disks').some((other) => other.item.target?.dev === disk)
      const name = isTaken ? freeDiskName(context, dev.startsWith('sd') ? 'sd' : 'vd') : disk
      yield {
        path: at(context, ...path, 'target', 'dev'),
        message: `${dev} names a partition; a disk is called ${disk}.`,
        fix: setFix(context, `Call it ${name}`, [...path, 'target', 'dev'], name),
      }
    }
  },
}
