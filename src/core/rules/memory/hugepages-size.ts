import { sizeInBytes } from '../../table/index.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'hugepages.size',
  title: 'A size of huge pages that no processor has',
  severity: 'error',
  source: 'libvirt 11.3: "Unable to find any usable hugetlbfs mount for 5120 KiB"',
  *check(context) {
    const { size, more_pages: more = [] } = context.domain.memory_backing?.hugepages ?? {}
    const pages = [
      { size, path: ['memory_backing', 'hugepages', 'size'] },
      ...more.map((page, index) => ({
        size: page.size,
        path: ['memory_backing', 'hugepages', 'more_pages', index, 'size'],
      })),
    ]
    for (const page of pages) {
      const bytes = page.size === undefined ? undefined : sizeInBytes(page.size, 1024)
      if (bytes === undefined || (bytes > 0 && Number.isInteger(Math.log2(bytes)))) continue
      yield {
        at: page.path,
        message: `No processor has pages of ${page.size}: on x86 they are of 2M or 1G.`,
        fix: { title: 'Take pages of 2M', value: '2M' },
      }
    }
  },
}
