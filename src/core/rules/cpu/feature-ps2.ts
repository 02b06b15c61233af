import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'feature.ps2',
  title: 'What needs the PS/2 controller while it is off',
  source:
    'libvirt 11.3: "ps2 bus inputs require the ps2 feature not to be disabled", "vmport feature requires the ps2 feature not to be disabled"',
  *check(context) {
    const { features } = context.domain
    if (features?.ps2 !== false) return
    const inputs = devicesOf(context, 'inputs').filter(({ item }) => item.bus === 'ps2')
    if (features.vmport === true || inputs.length > 0)
      yield {
        at: ['features', 'ps2'],
        message: `PS/2 is switched off, but ${inputs.length > 0 ? 'a PS/2 mouse or keyboard' : 'vmport'} needs it.`,
        fix: { title: 'Leave PS/2 on' },
      }
  },
}
