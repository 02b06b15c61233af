import { sizeInBytes } from '../../table/index.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('cpu', {
  id: 'numa.too-large',
  title: 'More memory than can be counted',
  source: 'libvirt 11.3: "memory size of NUMA node \'0\' overflowed after alignment"',
  *check({ numa = [] }) {
    for (const [index, { memory, unit }] of numa.entries()) {
      const bytes = sizeInBytes(`${memory ?? 0} ${unit ?? 'KiB'}`, 1024)
      if (bytes === undefined || bytes < most) continue
      yield {
        at: ['numa', index, 'memory'],
        message: 'The cell has more memory than any machine can address. Give it less.',
      }
    }
  },
})

/** 8 EiB, which libvirt counts in KiB; a few of them are lost to the alignment. */
const most = 2 ** 63 - 2 ** 30
