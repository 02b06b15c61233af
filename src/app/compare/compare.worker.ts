/** The worker that compares; loaded with the first comparison. */
import { serveJobs } from '../workers/serve-jobs.ts'
import { compareJobs } from './compare-jobs.ts'

serveJobs(compareJobs)
