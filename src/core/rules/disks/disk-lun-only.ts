import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.lun-only',
  title: 'Raw SCSI commands for what is no LUN',
  source: 'libvirt 11.3: "rawio or sgio can be used only with device=\'lun\'"',
  *check(disk) {
    for (const key of ['rawio', 'sgio'] as const)
      if (disk[key] !== undefined && disk.device !== 'lun')
        yield {
          at: [key],
          message: `${key} is for LUNs, this is a ${disk.device ?? 'disk'}.`,
          fix: { title: `Leave ${key} out` },
        }
  },
})
