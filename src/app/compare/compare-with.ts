/** Asks the worker what differs. */
import type { Design, HostFacts } from '../core.ts'
import { guardWorker, type Outcome } from '../workers/index.ts'
import type { Compared, CompareJobs } from './compare-jobs.ts'

const mostSeconds = 10

const worker = guardWorker<CompareJobs>(
  () => new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module' }),
  mostSeconds,
)

/** @param text domain XML or a vm.yml, as it was pasted */
export async function compareWith(
  text: string,
  design: Design,
  host: HostFacts | undefined,
): Promise<Outcome<Compared>> {
  return await worker.ask('compare', { text, design, host })
}
