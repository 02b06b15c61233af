import { sizeInBytes } from '../../table/index.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'numa.too-large',
  title: 'More memory than can be counted',
  severity: 'error',
  source: 'libvirt 11.3: "memory size of NUMA node \'0\' overflowed after alignment"',
  *check(context) {
    for (const [index, { memory, unit }] of (context.domain.cpu?.numa ?? []).entries()) {
      const bytes = sizeInBytes(`${memory ?? 0} ${unit ?? 'KiB'}`, 1024)
      if (bytes === undefined || bytes < most) continue
      yield {
        at: ['cpu', 'numa', index, 'memory'],
        message: 'The cell has more memory than any machine can address. Give it less.',
      }
    }
  },
}

/** 8 EiB, which libvirt counts in KiB; a few of them are lost to the alignment. */
const most = 2 ** 63 - 2 ** 30
