import { cpusOf } from '../../text/index.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'vcpu.pin-shared',
  title: 'Two vCPUs on one CPU of the host',
  severity: 'warning',
  source:
    'Seen: libvirt 11.3 defines and starts it, and virsh vcpupin shows both on the one CPU; the time lost was not measured',
  *check(context) {
    const vcpus = context.domain.vcpu?.value
    const firstOn = new Map<number, number>()
    for (const [index, { vcpu, cpuset }] of (context.domain.cputune?.vcpupin ?? []).entries()) {
      const cpu = cpusOf(cpuset ?? '')?.only
      // One that does not exist, and one that is pinned twice, are for other rules.
      if (cpu === undefined || vcpu === undefined) continue
      if (vcpus !== undefined && vcpu >= vcpus) continue
      const first = firstOn.get(cpu)
      if (first === undefined) firstOn.set(cpu, vcpu)
      else if (first !== vcpu)
        yield {
          at: ['cputune', 'vcpupin', index, 'cpuset'],
          message: `vCPUs ${first} and ${vcpu} are both pinned to CPU ${cpu} of the host and take turns there. Give each a CPU of its own.`,
        }
    }
  },
}
