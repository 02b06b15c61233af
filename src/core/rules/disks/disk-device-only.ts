import { isFor, kindRule } from '../support/kind-rule.ts'

export const rule = kindRule('disks', {
  id: 'disk.device-only',
  title: 'A key for another kind of drive',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "tray is only valid for cdrom and floppy", "<reservations/> allowed only for lun devices"',
  says: isFor('drive of the kind'),
})
