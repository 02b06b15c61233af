import { isArm } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'cpu.gic-many',
  title: 'More vCPUs than the interrupt controller serves',
  source:
    'QEMU 10.0 at the start: "Number of SMP CPUs requested (9) exceeds max CPUs supported by machine \'mach-virt\' (8)"',
  *check(context) {
    const vcpus = context.domain.vcpu?.value ?? 0
    if (!isArm(context) || context.domain.features?.gic !== '2' || vcpus <= 8) return
    yield {
      at: ['features', 'gic'],
      message: `Version 2 of the interrupt controller serves 8 vCPUs, the VM has ${vcpus}. Take version 3.`,
      fix: { title: 'Take version 3', value: '3' },
    }
  },
}
