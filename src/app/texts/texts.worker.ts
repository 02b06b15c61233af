/** The worker that reads and writes texts, so that typing never waits for it. */
import { type JobKind, type JobMessage, performTextJob } from './text-jobs.ts'

self.addEventListener('message', ({ data }: MessageEvent<JobMessage<JobKind>>) => {
  self.postMessage({ id: data.id, answer: performTextJob(data.kind, data.given) })
})
