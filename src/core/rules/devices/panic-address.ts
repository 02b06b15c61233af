import { devicesOf } from '../support/devices.ts'
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
      const wanted = item.model === 'pvpanic' ? 'pci' : item.model === 'isa' ? 'isa' : undefined
      if (type === undefined || wanted === undefined || type === wanted) continue
      yield {
        path: at(context, ...path, 'address'),
        message: `The panic device ${item.model} is on ${wanted.toUpperCase()}, not on ${type}.`,
        fix: removeFix(context, 'Leave the address out', [...path, 'address']),
      }
    }
  },
}
