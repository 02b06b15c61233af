import { cpusOf } from '../../text/index.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'numa.cpus',
  title: 'NUMA cells with vCPUs that do not exist',
  source: 'libvirt 11.3: "Number of CPUs in <numa> exceeds the <vcpu> count"',
  *check(context) {
    const vcpus = context.domain.vcpu?.value
    if (vcpus === undefined) return
    for (const [index, { cpus }] of (context.domain.cpu?.numa ?? []).entries()) {
      const beyond = cpusOf(cpus ?? '')?.from(vcpus)
      if (beyond === undefined || beyond.isEmpty) continue
      yield {
        at: ['cpu', 'numa', index, 'cpus'],
        message: `The NUMA cell has vCPU ${beyond}, but the VM has ${vcpus}, numbered from 0 to ${vcpus - 1}. Change the cell, or give the VM more vCPUs.`,
      }
    }
  },
}
