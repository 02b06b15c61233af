import { busOfDisk } from '../../domain/index.ts'
import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.usb-empty',
  title: 'An empty drive on USB',
  severity: 'error',
  source: 'libvirt 11.3: "\'usb\' disk must not be empty"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      if (busOfDisk(item) !== 'usb' || (item.type ?? 'file') === 'network') continue
      const source = item.source ?? {}
      if (
        item.device !== 'cdrom' ||
        Object.keys(source).some((key) => key !== '$rest' && key !== 'startup_policy')
      )
        continue
      yield {
        path: at(context, ...path, 'source'),
        message: 'A drive on USB can’t be empty. Put a disc in, or take the bus sata.',
        fix: removeFix(context, 'Remove the drive', path),
      }
    }
  },
}
