import { kindRule } from '../support/kind-rule.ts'

export const rule = kindRule('disks', {
  id: 'disk.inquiry-bus',
  title: 'A vendor or product on a bus without them',
  fixIsSafe: true,
  source: 'libvirt 11.3: "Only scsi disk supports \'vendor\'", "Only IDE and SCSI disk support \'product\'"',
  says: ({ key, said }) =>
    `${key} is for SCSI disks, this one is on ${said}. Leave it out, or take the bus scsi.`,
})
