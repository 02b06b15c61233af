import { sizeInBytes } from '../../table/index.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.hugepages',
  title: 'Too few huge pages',
  source:
    'QEMU: "unable to map backing store for guest RAM: Cannot allocate memory"; the lab has no hugetlbfs',
  *check(context) {
    const { memory_backing: backing, memory, numatune } = context.domain
    const nodes = (context.host?.numa ?? []).filter(({ huge_pages: pages }) => pages !== undefined)
    if (backing?.hugepages === undefined || nodes.length === 0) return
    const sizeKib = (sizeInBytes(backing.hugepages.size ?? '2M', 1024) ?? 0) / 1024
    const bytes = sizeInBytes(memory?.value ?? '', 1024)
    if (bytes === undefined || sizeKib === 0) return
    const needed = Math.ceil(bytes / 1024 / sizeKib)
    const wanted = numatune?.memory?.nodeset
    const from = nodes.filter(({ node }) => wanted === undefined || wanted === String(node))
    const pools = from.flatMap(
      ({ huge_pages: pages }) => pages?.filter((page) => page.size_kib === sizeKib) ?? [],
    )
    const free = pools.reduce((sum, pool) => sum + (pool.free ?? pool.total), 0)
    if (from.length === 0 || free >= needed) return
    const node = from.length === 1 ? ` --cellno ${from[0]?.node}` : ' --all'
    const total = pools.reduce((sum, pool) => sum + pool.total, 0)
    const each = from.length === 1 ? needed - free + total : Math.ceil((needed - free + total) / from.length)
    yield {
      at: ['memory_backing', 'hugepages'],
      message: `The guest needs ${needed} pages of ${sizeKib} KiB${from.length === 1 ? ` on node ${from[0]?.node}` : ''}, ${free} are free. Make them: virsh allocpages --pagesize ${sizeKib} --pagecount ${each}${node}. At the start of the host there is room for them: hugepages=${needed} on the kernel command line.`,
    }
  },
}
