import { valueAt } from '../../path.ts'
import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('controllers', {
  id: 'controller.number-range',
  title: 'A number of a controller that is out of its range',
  fixIsSafe: true,
  source:
    'libvirt 11.3: its schema; without validation "Invalid target chassis \'300\' in PCI controller - must be 0-255"',
  *check(controller) {
    for (const [type, key, least, most] of ranges) {
      const held = valueAt(controller, key.split('.'))
      if (controller.type !== type || held === undefined) continue
      const number = Number(held)
      if (number >= least && number <= most) continue
      yield {
        at: [...key.split('.')],
        message: `${key} is ${held}; it goes from ${least} to ${most}. Leave it out, and libvirt chooses.`,
        fix: { title: `Leave ${key} out` },
      }
    }
  },
})

const ranges = [
  ['pci', 'target.chassis', 0, 255],
  ['pci', 'target.chassis_nr', 1, 255],
  ['pci', 'target.port', 0, 255],
  ['pci', 'target.bus_nr', 1, 254],
] as const
