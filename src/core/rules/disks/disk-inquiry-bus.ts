import { busOfDisk } from '../../domain/index.ts'
import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.inquiry-bus',
  title: 'A vendor or product on a bus without them',
  severity: 'error',
  source: 'libvirt 11.3: "Only scsi disk supports \'vendor\'", "Only IDE and SCSI disk support \'product\'"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const bus = busOfDisk(item)
      if (bus === 'scsi') continue
      for (const key of ['vendor', 'product', 'wwn'] as const) {
        if (item[key] === undefined || (key !== 'vendor' && (bus === 'ide' || bus === 'sata'))) continue
        yield {
          path: at(context, ...path, key),
          message: `${key} is for SCSI disks, this one is on ${bus}. Leave it out, or take the bus scsi.`,
          fix: removeFix(context, `Leave ${key} out`, [...path, key]),
        }
      }
    }
  },
}
