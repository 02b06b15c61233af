import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'memory.hugepages-source',
  title: 'Huge pages with an anonymous source',
  severity: 'error',
  source: 'libvirt 11.3: "hugepages are not allowed with anonymous memory source"',
  *check(context) {
    const { hugepages, source } = context.domain.memory_backing ?? {}
    if (hugepages === undefined || source?.type !== 'anonymous') return
    yield {
      at: ['memory_backing', 'source', 'type'],
      message:
        'Huge pages come from a file system of their own, not from anonymous memory. Set the source to memfd, or leave it out.',
      fix: { title: 'Set the source to memfd', value: 'memfd' },
    }
  },
}
