/** Whether other processes see the memory of the guest. */
import type { DomainProblem, RuleContext } from './rule.ts'

/** True when the memory as a whole is shared, or each NUMA cell of it. */
export function hasSharedMemory({ domain: { cpu, memory_backing } }: RuleContext): boolean {
  const cells = cpu?.numa ?? []
  return (
    memory_backing?.access?.mode === 'shared' ||
    (cells.length > 0 && cells.every(({ memaccess }) => memaccess === 'shared'))
  )
}

/** For a rule of the whole Domain. @param why a sentence that says who has to see the memory */
export function memoryToShare(why: string): DomainProblem {
  return {
    at: ['memory_backing', 'access', 'mode'],
    message: `${why} Set memory_backing.access to shared.`,
    fix: { title: 'Share the memory', value: 'shared' },
  }
}
