import { otherHypervisor } from '../support/hypervisor.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'hypervisor.other',
  title: 'A domain of another hypervisor',
  severity: 'advice',
  anyHypervisor: true,
  source:
    'vmwright knows QEMU: what is said of Xen, bhyve and others is kept and written back, and not checked',
  *check(context) {
    const type = otherHypervisor(context.domain)
    if (type === undefined) return
    yield {
      at: ['type'],
      message: `This is a domain for ${type}. It is kept as it is, and nothing about QEMU is checked; take the type kvm for a VM of QEMU.`,
    }
  },
}
