import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.lun-only',
  title: 'Raw SCSI commands for what is no LUN',
  severity: 'error',
  source: 'libvirt 11.3: "rawio or sgio can be used only with device=\'lun\'"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks'))
      for (const key of ['rawio', 'sgio'] as const)
        if (item[key] !== undefined && item.device !== 'lun')
          yield {
            path: at(context, ...path, key),
            message: `${key} is for LUNs, this is a ${item.device ?? 'disk'}.`,
            fix: removeFix(context, `Leave ${key} out`, [...path, key]),
          }
  },
}
