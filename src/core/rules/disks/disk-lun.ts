import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.lun',
  title: 'A LUN that is no block device',
  severity: 'error',
  source: 'libvirt 11.3: "disk device=\'lun\' is only valid for block type disk source"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const type = item.type ?? 'file'
      if (item.device !== 'lun' || type === 'block' || type === 'network' || type === 'volume') continue
      yield {
        path: at(context, ...path, 'device'),
        message: `A LUN is a block device of the host, this disk is of type ${type}. Set the device to disk.`,
        fix: setFix(context, 'Set the device to disk', [...path, 'device'], 'disk'),
      }
    }
  },
}
