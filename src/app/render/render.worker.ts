/** The worker that makes the outputs, so that no design locks the page. */
import { serveJobs } from '../workers/serve-jobs.ts'
import { renderJobs } from './render-jobs.ts'

serveJobs(renderJobs)
