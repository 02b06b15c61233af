/** The worker that writes a design in the formats of others; loaded when one of them is first shown. */
import { serveJobs } from '../workers/serve-jobs.ts'
import { targetJobs } from './target-jobs.ts'

serveJobs(targetJobs)
