import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.iso-format',
  title: 'The format iso',
  severity: 'error',
  source: "libvirt 11.3: \"storage format 'iso' is not directly supported by QEMU, use 'raw' instead\"",
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      if (item.driver?.type !== 'iso') continue
      yield {
        path: at(context, ...path, 'driver', 'type'),
        message: 'An ISO image is opened as raw: QEMU has no format iso. Set the format to raw.',
        fix: setFix(context, 'Set the format to raw', [...path, 'driver', 'type'], 'raw'),
      }
    }
  },
}
