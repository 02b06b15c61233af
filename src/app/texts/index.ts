/** The door of texts/: the XML and the YAML that a person writes by hand. */
export { followDrafts, useDraftProblem } from './follow-drafts.ts'
export { answerOf, type GivenUp, isGivenUp, runTextJob } from './run-text-job.ts'
export type { OpenedXml } from './text-jobs.ts'
