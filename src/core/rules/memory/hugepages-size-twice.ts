import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'hugepages.size-twice',
  title: 'Two sizes of huge pages for the same memory',
  severity: 'error',
  source: 'libvirt 11.3: "two master hugepages detected: 2048 and 1048576"',
  *check(context) {
    const { size, nodeset, more_pages: more = [] } = context.domain.memory_backing?.hugepages ?? {}
    const pages = [{ size, nodeset }, ...more]
    const general = pages.filter((page) => page.size !== undefined && page.nodeset === undefined)
    if (general.length < 2) return
    yield {
      at: ['memory_backing', 'hugepages'],
      message: `Huge pages of ${general.map((page) => page.size).join(' and ')} are both for all memory: say for one of them which NUMA cells it is for.`,
    }
  },
}
