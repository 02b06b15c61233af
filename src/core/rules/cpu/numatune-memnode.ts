import { partRule } from '../support/part-rule.ts'
import { repeated } from '../support/repeated.ts'

export const rule = partRule('numatune', {
  id: 'numatune.memnode',
  title: 'Memory tuning of a cell that can’t be',
  source:
    'libvirt 11.3: "Element \'memnode\' is invalid without any guest NUMA cells", "\'restrictive\' mode is required in memnode element when mode is \'restrictive\' in memory element", "Per-node binding is not compatible with automatic NUMA placement."',
  *check({ memory, memnodes = [] }, context) {
    const cells = context.domain.cpu?.numa ?? []
    const nodes = memnodes.map(({ cellid }, index) => ({ cellid, index }))
    for (const { item } of repeated(nodes, ({ cellid }) => cellid?.toString()))
      yield {
        at: ['memnodes', item.index],
        message: `Cell ${item.cellid} has its nodes already. Remove the second.`,
        fix: { title: 'Remove the second' },
      }
    const isAuto =
      memory?.placement === 'auto' ||
      (memory !== undefined && memory.nodeset === undefined && context.domain.vcpu?.placement === 'auto')
    for (const [index, { cellid, mode }] of memnodes.entries()) {
      const wrong =
        cells.length === 0
          ? 'The guest has no NUMA cells to tune: say them under cpu.numa, or leave this out.'
          : cellid !== undefined && !cells.some(({ id }, number) => (id ?? number) === cellid)
            ? `There is no NUMA cell ${cellid}.`
            : isAuto
              ? 'With automatic placement the host picks the nodes: a cell can’t be bound.'
              : (mode === 'restrictive') !== (memory?.mode === 'restrictive') &&
                  (mode === 'restrictive' || memory?.mode === 'restrictive')
                ? 'restrictive is said of the whole memory and of each cell, or of neither.'
                : undefined
      if (wrong !== undefined)
        yield { at: ['memnodes', index], message: wrong, fix: { title: 'Remove the binding' } }
    }
  },
})
