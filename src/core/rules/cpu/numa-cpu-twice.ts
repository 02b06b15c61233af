import { CpuSet, cpusOf } from '../../text/index.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('cpu', {
  id: 'numa.cpu-twice',
  title: 'One vCPU in two NUMA cells',
  source: 'libvirt 11.3: "NUMA cells 1 and 0 have overlapping vCPU ids"',
  *check({ numa = [] }) {
    const cells: CpuSet[] = []
    let taken = new CpuSet()
    for (const [index, { cpus }] of numa.entries()) {
      const own = cpusOf(cpus ?? '') ?? new CpuSet()
      const twice = own.and(taken)
      const { lowest } = twice
      if (lowest !== undefined) {
        const first = cells.findIndex((cell) => cell.has(lowest))
        yield {
          at: ['numa', index, 'cpus'],
          message: `vCPU ${twice.and(cells[first] ?? twice)} is in the cells ${first} and ${index}. Each vCPU belongs to one cell.`,
        }
      }
      cells.push(own)
      taken = taken.or(own)
    }
  },
})
