import { formatSize, sizeInBytes } from '../../table/index.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'memory.max-below',
  title: 'Less memory at most than there is',
  source: 'libvirt 11.3: "maximum memory size must be equal or greater than the actual memory size"',
  *check(context) {
    const { max_memory: most, memory } = context.domain
    const limit = sizeInBytes(most?.value ?? '', 1024)
    const bytes = sizeInBytes(memory?.value ?? '', 1024)
    if (limit === undefined || bytes === undefined || limit >= bytes) return
    yield {
      at: ['max_memory', 'value'],
      message: `The VM has ${formatSize(bytes)} and may have ${formatSize(limit)} at most.`,
      fix: { title: `Raise it to ${formatSize(bytes)}`, value: formatSize(bytes) },
    }
  },
}
