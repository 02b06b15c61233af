import { isArmVirt } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'cpu.gic-emulated',
  title: 'More vCPUs than the interrupt controller that an emulated guest gets',
  severity: 'warning',
  atStart: true,
  source:
    'QEMU 10.0 does not start it, libvirt’s own tests have it all the same: "Number of SMP CPUs requested (16) exceeds max CPUs supported by machine \'mach-virt\' (8)"',
  *check(context) {
    const { type, vcpu, features } = context.domain
    const vcpus = vcpu?.value ?? 0
    if (type !== 'qemu' || features?.gic !== undefined || vcpus <= 8 || !isArmVirt(context)) return
    yield {
      at: ['features', 'gic'],
      message: `An emulated guest gets version 2 of the interrupt controller, which serves 8 vCPUs; the VM has ${vcpus}. Take version 3.`,
      fix: { title: 'Take version 3', value: '3' },
    }
  },
}
