import { devicesOf } from '../support/devices.ts'
import { isX86 } from '../support/machine.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'panic.model',
  title: 'A panic device that the machine does not have',
  severity: 'error',
  source: 'libvirt 11.3: "the panic device model \'isa\' is not supported on this platform"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'panic')) {
      if ((item.model !== 'isa' && item.model !== 'hyperv') || isX86(context)) continue
      yield {
        path: at(context, ...path, 'model'),
        message: `The panic device ${item.model} is for PCs. Take pvpanic, which is on PCI.`,
        fix: setFix(context, 'Take pvpanic', [...path, 'model'], 'pvpanic'),
      }
    }
  },
}
