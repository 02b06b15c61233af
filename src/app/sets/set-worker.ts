/** What makes VMs of a design and its table. Each worker is started by its first question. */
import { type GuardedWorker, guardWorker } from '../workers/index.ts'
import type { SetJobs } from './set-jobs.ts'

/** A thousand VMs take a while; nobody waits for them but who asked. */
const mostSeconds = 60

function startWorker(): GuardedWorker<SetJobs> {
  return guardWorker<SetJobs>(
    () => new Worker(new URL('./sets.worker.ts', import.meta.url), { type: 'module' }),
    mostSeconds,
  )
}

/** For what is asked with each change of the table: it waits for nothing that takes long. */
export const setChecker = startWorker()

/** For what is written of all VMs. */
export const setWriter = startWorker()
