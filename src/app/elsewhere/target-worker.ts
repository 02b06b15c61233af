/** What knows the formats of others. It is started by the first question. */
import { guardWorker } from '../workers/index.ts'
import type { TargetJobs } from './target-jobs.ts'

const mostSeconds = 10

export const targetWorker = guardWorker<TargetJobs>(
  () => new Worker(new URL('./targets.worker.ts', import.meta.url), { type: 'module' }),
  mostSeconds,
)
