/** The worker that explains messages; loaded with the first one. */
import { serveJobs } from '../workers/serve-jobs.ts'
import { whyJobs } from './why-jobs.ts'

serveJobs(whyJobs)
