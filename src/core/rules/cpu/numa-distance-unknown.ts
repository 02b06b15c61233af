import { partRule } from '../support/part-rule.ts'

export const rule = partRule('cpu', {
  id: 'numa.distance-unknown',
  title: 'A distance to a NUMA cell that does not exist',
  source:
    "libvirt 11.3: \"'sibling_id 2' does not refer to a valid cell within NUMA 'cell id 1'\", \"'value 5' is invalid for 'sibling id 1' under NUMA 'cell id 0'\"",
  *check({ numa: cells = [] }) {
    const ids = new Set(cells.map(({ id }, index) => id ?? index))
    for (const [index, cell] of cells.entries())
      for (const [number, { id, value }] of (cell.distances ?? []).entries()) {
        const path = ['numa', index, 'distances', number]
        if (id !== undefined && !ids.has(id))
          yield {
            at: path,
            message: `There is no NUMA cell ${id} to have a distance to.`,
            fix: { title: 'Remove the distance' },
          }
        else if (
          value !== undefined &&
          (value < 10 || value > 255 || (value === 10) !== (id === (cell.id ?? index)))
        )
          yield {
            at: [...path, 'value'],
            message: `The distance to the cell itself is 10, to another 11 to 255; ${value} is neither.`,
            fix: { title: 'Remove the distance', at: path },
          }
      }
  },
})
