/** The worker that makes VMs of a design and its table; loaded when there is a table. */
import { serveJobs } from '../workers/serve-jobs.ts'
import { setJobs } from './set-jobs.ts'

serveJobs(setJobs)
