import { partRule } from '../support/part-rule.ts'

export const rule = partRule('memory_backing', {
  id: 'memory.hugepages-source',
  title: 'Huge pages with an anonymous source',
  source: 'libvirt 11.3: "hugepages are not allowed with anonymous memory source"',
  *check({ hugepages, source }) {
    if (hugepages === undefined || source?.type !== 'anonymous') return
    yield {
      at: ['source', 'type'],
      message:
        'Huge pages come from a file system of their own, not from anonymous memory. Set the source to memfd, or leave it out.',
      fix: { title: 'Set the source to memfd', value: 'memfd' },
    }
  },
})
