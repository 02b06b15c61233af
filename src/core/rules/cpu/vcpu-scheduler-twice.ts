import { cpusOf } from '../support/cpu-set.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'vcpu.scheduler-twice',
  title: 'Two schedulers for one vCPU',
  severity: 'error',
  source: "libvirt 11.3: \"'vcpusched' attributes 'vcpus' must not overlap\"",
  *check(context) {
    for (const [list, key] of lists) {
      const taken = new Set<number>()
      for (const [index, entry] of (context.domain.cputune?.[list] ?? []).entries()) {
        const own = [...(cpusOf(Reflect.get(entry, key) ?? '') ?? [])]
        if (own.some((one) => taken.has(one)))
          yield {
            path: at(context, 'cputune', list, index),
            message: `A scheduler is said for ${own.filter((one) => taken.has(one)).join(', ')} before already.`,
            fix: removeFix(context, 'Remove the second', ['cputune', list, index]),
          }
        for (const one of own) taken.add(one)
      }
    }
  },
}

const lists = [
  ['vcpusched', 'vcpus'],
  ['iothreadsched', 'iothreads'],
] as const
