import { deviceRule } from '../support/device-rule.ts'
import { isX86 } from '../support/machine.ts'

export const rule = deviceRule('panic', {
  id: 'panic.model',
  title: 'A panic device that the machine does not have',
  source: 'libvirt 11.3: "the panic device model \'isa\' is not supported on this platform"',
  *check(panic, context) {
    if ((panic.model !== 'isa' && panic.model !== 'hyperv') || isX86(context)) return
    yield {
      at: ['model'],
      message: `The panic device ${panic.model} is for PCs. Take pvpanic, which is on PCI.`,
      fix: { title: 'Take pvpanic', value: 'pvpanic' },
    }
  },
})
