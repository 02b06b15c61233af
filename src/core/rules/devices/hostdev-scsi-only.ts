import { kindRule } from '../support/kind-rule.ts'

export const rule = kindRule('hostdevs', {
  id: 'hostdev.scsi-only',
  title: 'A key that is for SCSI devices alone',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "rawio is only supported for scsi host device", "sgio is only supported for scsi host device"',
  says: ({ key, said }) => `${key} is for devices of type scsi, this one is ${said}.`,
})
