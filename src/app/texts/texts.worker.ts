/** The worker that reads and writes texts, so that typing never waits for it. */
import { serveJobs } from '../workers/serve-jobs.ts'
import { textJobs } from './text-jobs.ts'

serveJobs(textJobs)
