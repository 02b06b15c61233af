import { devicesOf } from '../support/devices.ts'
import { heldAt } from '../support/kind-limits.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'controller.number-range',
  title: 'A number of a controller that is out of its range',
  severity: 'error',
  source:
    'libvirt 11.3: its schema; without validation "Invalid target chassis \'300\' in PCI controller - must be 0-255"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'controllers'))
      for (const [type, key, least, most] of ranges) {
        const held = heldAt(item, key.split('.'))
        if (item.type !== type || held === undefined) continue
        const number = Number(held)
        if (number >= least && number <= most) continue
        yield {
          path: at(context, ...path, ...key.split('.')),
          message: `${key} is ${held}; it goes from ${least} to ${most}. Leave it out, and libvirt chooses.`,
          fix: removeFix(context, `Leave ${key} out`, [...path, ...key.split('.')]),
        }
      }
  },
}

const ranges = [
  ['pci', 'target.chassis', 0, 255],
  ['pci', 'target.chassis_nr', 1, 255],
  ['pci', 'target.port', 0, 255],
  ['pci', 'target.bus_nr', 1, 254],
] as const
