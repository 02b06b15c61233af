/** Asks the worker what a message means. */
import type { Design, HostFacts } from '../core.ts'
import { guardWorker, type Outcome } from '../workers/index.ts'
import type { WhyJobs } from './why-jobs.ts'

export type Explained = WhyJobs['explain']['answer']

const mostSeconds = 10

const worker = guardWorker<WhyJobs>(
  () => new Worker(new URL('./why.worker.ts', import.meta.url), { type: 'module' }),
  mostSeconds,
)

export async function explain(
  text: string,
  design: Design,
  host: HostFacts | undefined,
): Promise<Outcome<Explained>> {
  return await worker.ask('explain', { text, design, host })
}
