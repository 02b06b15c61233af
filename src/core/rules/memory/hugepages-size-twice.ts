import { partRule } from '../support/part-rule.ts'

export const rule = partRule('memory_backing', {
  id: 'hugepages.size-twice',
  title: 'Two sizes of huge pages for the same memory',
  source: 'libvirt 11.3: "two master hugepages detected: 2048 and 1048576"',
  *check({ hugepages }) {
    const { size, nodeset, more_pages: more = [] } = hugepages ?? {}
    const pages = [{ size, nodeset }, ...more]
    const general = pages.filter((page) => page.size !== undefined && page.nodeset === undefined)
    if (general.length < 2) return
    yield {
      at: ['hugepages'],
      message: `Huge pages of ${general.map((page) => page.size).join(' and ')} are both for all memory: say for one of them which NUMA cells it is for.`,
    }
  },
})
