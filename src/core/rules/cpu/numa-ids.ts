import { partRule } from '../support/part-rule.ts'

export const rule = partRule('cpu', {
  id: 'numa.ids',
  title: 'NUMA cells that are not numbered from 0',
  source:
    'libvirt 11.3: "Exactly one \'cell\' element per guest NUMA cell allowed, non-contiguous ranges or ranges not starting from 0 are not allowed"',
  *check({ numa = [] }) {
    const ids = numa.map(({ id }, index) => id ?? index)
    const sorted = [...ids].sort((one, other) => one - other)
    if (sorted.every((id, index) => id === index)) return
    yield {
      at: ['numa'],
      message: `NUMA cells are numbered from 0 without a gap, these are ${ids.join(', ')}.`,
      fix: {
        title: 'Number them in their order',
        all: ids.map((_, index) => ({ at: ['numa', index, 'id'], value: index })),
      },
    }
  },
})
