import { leftOut } from '../support/left-out.ts'
import { partRule } from '../support/part-rule.ts'
import { repeated } from '../support/repeated.ts'

export const rule = partRule('cpu', {
  id: 'numa.attributes',
  title: 'Latencies, bandwidths or caches of NUMA cells that contradict each other',
  source:
    'libvirt 11.3: "\'initiator\' refers to a non-existent NUMA node", "\'cache\' refers to a non-existent NUMA node cache", "Duplicate info for NUMA latencies", "Cache level \'1\' already defined"; QEMU 10.0: "The latency and bandwidth information of node-id=0 should be provided before memory side cache attributes"',
  *check({ numa: cells = [], numa_latencies: latencies = [], numa_bandwidths: bandwidths = [] }) {
    const byId = new Map(cells.map((cell, index) => [cell.id ?? index, cell]))
    const kinds = [
      { key: 'numa_latencies', links: latencies },
      { key: 'numa_bandwidths', links: bandwidths },
    ] as const
    for (const { key, links } of kinds) {
      const placed = links.map((link, index) => ({ link, path: [key, index] }))
      for (const { link, path } of placed) {
        const { initiator = 0, target = 0, cache = 0 } = link
        const stranger = [initiator, target].find((id) => !byId.has(id))
        if (stranger !== undefined) yield leftOut(path, `There is no NUMA cell ${stranger}.`)
        else if (cache > 0 && !(byId.get(target)?.caches ?? []).some(({ level }) => level === cache))
          yield leftOut(path, `NUMA cell ${target} has no cache of level ${cache}.`)
      }
      for (const { item } of repeated(placed, ({ link: { initiator, target, cache = 0, type } }) =>
        [initiator, target, cache, type].join(' '),
      ))
        yield leftOut(item.path, 'The same is said before already.')
    }
    for (const [index, { id = index, caches = [] }] of cells.entries()) {
      const placed = caches.map(({ level }, place) => ({
        level,
        path: ['numa', index, 'caches', place],
      }))
      const measured = [...latencies, ...bandwidths].some(({ target }) => target === id)
      for (const { level, path } of placed)
        if (level === 0) yield leftOut(path, 'The levels of caches begin with 1.')
        else if (!measured)
          yield leftOut(path, `Nothing says how fast the memory of cell ${id} is, which its caches want.`)
      for (const { item } of repeated(placed, ({ level }) => String(level)))
        yield leftOut(item.path, `Cell ${id} has a cache of level ${item.level ?? 0} already.`)
    }
  },
})
