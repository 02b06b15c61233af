import { CpuSet, cpusOf } from '../../text/index.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('numatune', {
  id: 'numatune.nodeset',
  title: 'A set of nodes that is none',
  source: 'libvirt 11.3: "Invalid value of \'nodeset\': 0,^0", "NUMA node 999 is unavailable"',
  *check({ memory, memnodes = [] }, { host }) {
    const sets = [
      { text: memory?.nodeset, path: ['memory', 'nodeset'] },
      ...memnodes.map(({ nodeset }, index) => ({ text: nodeset, path: ['memnodes', index, 'nodeset'] })),
    ]
    const known = host?.numa?.map(({ node }) => node)
    const there = known && CpuSet.of(known)
    for (const { text, path } of sets) {
      if (text === undefined) continue
      const nodes = cpusOf(text)
      const absent = there && nodes?.without(there)
      if (nodes === undefined || nodes.isEmpty)
        yield { at: path, message: `${text} names no NUMA node. Write them as 0-1 or 0,2.` }
      else if (absent !== undefined && !absent.isEmpty)
        yield { at: path, message: `The host has no NUMA node ${absent}; it has ${known?.join(', ')}.` }
      else if ((nodes.highest ?? 0) >= mostNodes)
        yield {
          at: path,
          message: `Linux numbers NUMA nodes below ${mostNodes}, ${nodes.highest} can’t be there.`,
        }
    }
  },
})

/** CONFIG_NODES_SHIFT of distributions is 10 at most, and no machine comes near 256. */
const mostNodes = 256
