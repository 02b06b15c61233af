import { isX86 } from '../support/machine.ts'
import { wordRule } from '../support/word-rule.ts'

export const rule = wordRule('panic', {
  id: 'panic.model',
  title: 'A panic device that the machine does not have',
  source: 'libvirt 11.3: "the panic device model \'isa\' is not supported on this platform"',
  when: (context) => !isX86(context),
  field: ['model'],
  words: ['isa', 'hyperv'],
  says: (model) => `The panic device ${model} is for PCs. Take pvpanic, which is on PCI.`,
  fix: { title: 'Take pvpanic', value: 'pvpanic' },
})
