/** The side of the worker. */
import { type AnswerMessage, type DoJobs, type JobMessage, type JobTable, readyMessage } from './jobs.ts'

/** Does the jobs that are sent to this worker, one after the other, and answers each. */
export function serveJobs<J extends JobTable<J>>(jobs: DoJobs<J>): void {
  self.addEventListener('message', ({ data }: MessageEvent<JobMessage<J, keyof J>>) => {
    self.postMessage(doJob(jobs, data))
  })
  self.postMessage(readyMessage)
}

/** Does one job. What it throws is an answer too: the worker lives on. */
export function doJob<J extends JobTable<J>, K extends keyof J>(
  jobs: DoJobs<J>,
  { kind, given }: JobMessage<J, K>,
): AnswerMessage<J[K]['answer']> {
  try {
    return { kind: 'done', answer: jobs[kind](given) }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}
