import { devicesOf } from '../support/devices.ts'
import { isX86 } from '../support/machine.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'panic.address',
  title: 'A panic device at an address of another bus',
  severity: 'error',
  source:
    'libvirt 11.3: "pvpanic is supported only with PCI address type", "the panic device with model \'isa\' is supported only with ISA address type"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'panic')) {
      const type = item.address?.type
      const model = item.model ?? (isX86(context) ? 'isa' : 'pvpanic')
      const wanted = model === 'pvpanic' ? 'pci' : model === 'isa' ? 'isa' : 'no bus'
      if (type === undefined || type === wanted) continue
      yield {
        path: at(context, ...path, 'address'),
        message: `The panic device ${model} is on ${wanted.replace('isa', 'ISA').replace('pci', 'PCI')}, not on ${type}.`,
        fix: removeFix(context, 'Leave the address out', [...path, 'address']),
      }
    }
  },
}
