import { kindRule } from '../support/kind-rule.ts'

export const rule = kindRule('disks', {
  id: 'disk.lun-only',
  title: 'Raw SCSI commands for what is no LUN',
  source: 'libvirt 11.3: "rawio or sgio can be used only with device=\'lun\'"',
  says: ({ key, said }) => `${key} is for LUNs, this is a ${said}.`,
})
