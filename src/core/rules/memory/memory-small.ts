import { formatSize, sizeInBytes } from '../../table/index.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'memory.small',
  title: 'Too little memory to boot most systems',
  severity: 'warning',
  source:
    'experience: UEFI and a current kernel with its initramfs do not fit into less; not seen in the lab',
  *check(context) {
    const bytes = sizeInBytes(context.domain.memory?.value ?? '', 1024)
    if (bytes === undefined || bytes < 1024 || bytes >= 128 * 1024 ** 2) return
    yield {
      at: ['memory', 'value'],
      message: `${formatSize(bytes)} of memory are too little for most systems. Was another unit meant? 512M is enough for a small one.`,
      fix: {
        title: 'Set the memory to 512M',
        changes: [{ path: at(context, 'memory', 'value'), value: '512M' }],
      },
    }
  },
}
