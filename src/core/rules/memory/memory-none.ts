import { sizeInBytes } from '../../table/index.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'memory.none',
  title: 'No memory',
  source: 'libvirt 11.3: "Memory size must be specified via <memory> or in the <numa> configuration"',
  *check(context) {
    const { memory, cpu } = context.domain
    const bytes = memory?.value === undefined ? 0 : sizeInBytes(memory.value, 1024)
    const isInCells =
      memory?.value === undefined && (cpu?.numa ?? []).some((cell) => cell.memory !== undefined)
    if (bytes === undefined || bytes >= 1024 || isInCells) return
    yield {
      at: ['memory', 'value'],
      message: 'The VM has no memory. Set ram, for example to 2G.',
      fix: { title: 'Set ram to 2G', changes: [{ path: at(context, 'memory', 'value'), value: '2G' }] },
    }
  },
}
