import { formatSize, sizeInBytes } from '../../table/index.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'memory.current-above',
  title: 'More memory at the start than there is',
  severity: 'warning',
  source: 'libvirt 9.0 and 11.3 clamp it without a word (rules.md)',
  *check(context) {
    const most = sizeInBytes(context.domain.memory?.value ?? '', 1024)
    const current = sizeInBytes(context.domain.current_memory ?? '', 1024)
    if (most === undefined || current === undefined || current <= most) return
    yield {
      at: ['current_memory'],
      message: `The VM starts with ${formatSize(current)} but has ${formatSize(most)} at most; libvirt takes the smaller. Lower current_memory, or raise the memory.`,
      fix: { title: 'Leave current_memory out' },
    }
  },
}
