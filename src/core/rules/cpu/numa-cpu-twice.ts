import { cpusOf } from '../support/cpu-set.ts'
import { at } from '../support/place.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'numa.cpu-twice',
  title: 'One vCPU in two NUMA cells',
  severity: 'error',
  source: 'libvirt 11.3: "NUMA cells 1 and 0 have overlapping vCPU ids"',
  *check(context) {
    const entries = (context.domain.cpu?.numa ?? []).flatMap(({ cpus }, index) =>
      [...(cpusOf(cpus ?? '') ?? [])].map((cpu) => ({ cpu, index })),
    )
    for (const { item, first } of repeated(entries, ({ cpu }) => String(cpu)))
      yield {
        path: at(context, 'cpu', 'numa', item.index, 'cpus'),
        message: `vCPU ${item.cpu} is in the cells ${first.index} and ${item.index}. Each vCPU belongs to one cell.`,
      }
  },
}
