import { CpuSet, cpusOf } from '../../text/index.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('cputune', {
  id: 'vcpu.scheduler-twice',
  title: 'Two schedulers for one vCPU',
  source: "libvirt 11.3: \"'vcpusched' attributes 'vcpus' must not overlap\"",
  *check(cputune) {
    for (const [list, key] of lists) {
      let taken = new CpuSet()
      for (const [index, entry] of (cputune[list] ?? []).entries()) {
        const own = cpusOf(Reflect.get(entry, key) ?? '') ?? new CpuSet()
        const twice = own.and(taken)
        if (!twice.isEmpty)
          yield {
            at: [list, index],
            message: `A scheduler is said for ${twice} before already.`,
            fix: { title: 'Remove the second' },
          }
        taken = taken.or(own)
      }
    }
  },
})

const lists = [
  ['vcpusched', 'vcpus'],
  ['iothreadsched', 'iothreads'],
] as const
