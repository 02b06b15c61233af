/** Whether other processes see the memory of the guest. */
import type { RuleContext } from './rule.ts'

/** True when the memory as a whole is shared, or each NUMA cell of it. */
export function hasSharedMemory({ domain: { cpu, memory_backing } }: RuleContext): boolean {
  const cells = cpu?.numa ?? []
  return (
    memory_backing?.access?.mode === 'shared' ||
    (cells.length > 0 && cells.every(({ memaccess }) => memaccess === 'shared'))
  )
}
