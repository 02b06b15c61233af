import { deviceRule } from '../support/device-rule.ts'
import { isX86 } from '../support/machine.ts'

export const rule = deviceRule('panic', {
  id: 'panic.address',
  title: 'A panic device at an address of another bus',
  source:
    'libvirt 11.3: "pvpanic is supported only with PCI address type", "the panic device with model \'isa\' is supported only with ISA address type"',
  check(panic, context) {
    const type = panic.address?.type
    const model = panic.model ?? (isX86(context) ? 'isa' : 'pvpanic')
    const wanted = model === 'pvpanic' ? 'pci' : model === 'isa' ? 'isa' : 'no bus'
    if (type === undefined || type === wanted) return undefined
    return {
      at: ['address'],
      message: `The panic device ${model} is on ${wanted.replace('isa', 'ISA').replace('pci', 'PCI')}, not on ${type}.`,
      fix: { title: 'Leave the address out' },
    }
  },
})
