import { busOfDisk } from '../../domain/index.ts'
import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.inquiry-bus',
  title: 'A vendor or product on a bus without them',
  fixIsSafe: true,
  source: 'libvirt 11.3: "Only scsi disk supports \'vendor\'", "Only IDE and SCSI disk support \'product\'"',
  *check(disk) {
    const bus = busOfDisk(disk)
    if (bus === 'scsi') return
    for (const key of ['vendor', 'product', 'wwn'] as const) {
      if (disk[key] === undefined || (key !== 'vendor' && (bus === 'ide' || bus === 'sata'))) continue
      yield {
        at: [key],
        message: `${key} is for SCSI disks, this one is on ${bus}. Leave it out, or take the bus scsi.`,
        fix: { title: `Leave ${key} out` },
      }
    }
  },
})
