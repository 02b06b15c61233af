import { formatSize, sizeInBytes } from '../../table/index.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'numa.memory-sum',
  title: 'NUMA cells that don’t add up to the memory',
  severity: 'warning',
  source: 'libvirt 9.0 and 11.3: memory becomes the sum of the cells (rules.md)',
  *check(context) {
    const { cpu, memory, max_memory } = context.domain
    const cells = cpu?.numa ?? []
    const most = sizeInBytes(memory?.value ?? '', 1024)
    const sizes = cells.map((cell) => sizeInBytes(`${cell.memory ?? ''} ${cell.unit ?? ''}`, 1024))
    // Memory devices add to the cells; only the author's XML can say those.
    if (cells.length === 0 || most === undefined || sizes.includes(undefined) || max_memory !== undefined)
      return
    const sum = sizes.reduce<number>((total, size) => total + (size ?? 0), 0)
    if (sum === most) return
    yield {
      at: ['cpu', 'numa'],
      message: `The NUMA cells have ${formatSize(sum)} together, the VM has ${formatSize(most)}; libvirt makes it the sum. Change the cells, or set the memory to ${formatSize(sum)}.`,
      fix: {
        title: `Set the memory to ${formatSize(sum)}`,
        changes: [{ path: at(context, 'memory', 'value'), value: formatSize(sum) }],
      },
    }
  },
}
