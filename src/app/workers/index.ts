/** The door of workers/: work that may take long or hang, beside the page and under a time limit. */
export { type GuardedWorker, guardWorker, type Outcome } from './guarded-worker.ts'
export type { DoJobs } from './jobs.ts'
