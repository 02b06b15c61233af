import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'chardev.protocol',
  title: 'A protocol that QEMU does not speak',
  severity: 'error',
  source: 'libvirt 11.3: "tcp chardev protocol \'tls\' not supported"',
  *check(context) {
    for (const list of ['serial', 'parallel', 'console', 'channels'] as const)
      for (const { item, path } of devicesOf(context, list)) {
        const type = item.protocol?.type
        if (type !== 'tls' && type !== 'telnets') continue
        yield {
          path: at(context, ...path, 'protocol', 'type'),
          message: `QEMU does not speak ${type}: take raw, and set tls at the source for encryption.`,
          fix: setFix(context, 'Take raw', [...path, 'protocol', 'type'], 'raw'),
        }
      }
  },
}
