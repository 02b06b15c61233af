import { sizeInBytes } from '../../table/index.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('memory_backing', {
  id: 'hugepages.size',
  title: 'A size of huge pages that no processor has',
  source: 'libvirt 11.3: "Unable to find any usable hugetlbfs mount for 5120 KiB"',
  *check({ hugepages }) {
    const { size, more_pages: more = [] } = hugepages ?? {}
    const pages = [
      { size, path: ['hugepages', 'size'] },
      ...more.map((page, index) => ({ size: page.size, path: ['hugepages', 'more_pages', index, 'size'] })),
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
})
