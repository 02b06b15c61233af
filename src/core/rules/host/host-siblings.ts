import { cpusOf } from '../../text/index.ts'
import { coresOf } from '../support/host-cores.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('cputune', {
  id: 'host.siblings',
  title: 'Threads of a guest core on different cores of the host',
  severity: 'warning',
  source:
    'The guest’s scheduler takes them for one core (rules.md, "pinning that respects SMT siblings"); not measured in the lab',
  *check({ vcpupin = [] }, context) {
    const cores = coresOf(context.host)
    const threads = context.domain.cpu?.topology?.threads ?? 1
    if (cores === undefined) return
    const coreOf = new Map(
      vcpupin.flatMap(({ vcpu, cpuset }, index) => {
        const cpu = cpusOf(cpuset ?? '')?.only
        return cpu !== undefined && vcpu !== undefined
          ? [[vcpu, { core: cores.get(cpu), index }] as const]
          : []
      }),
    )
    for (const [vcpu, { core, index }] of coreOf) {
      const first = vcpu - (vcpu % threads)
      const other = coreOf.get(first)
      if (first === vcpu || other === undefined || core === undefined || other.core === core) continue
      yield {
        at: ['vcpupin', index, 'cpuset'],
        message: `vCPUs ${first} and ${vcpu} are one core of the guest with ${threads} threads, but run on different cores of the host. Pin them to the threads of one core.`,
      }
      return
    }
  },
})
