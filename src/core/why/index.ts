/** The door of why/: what an error message means for a design. */
export type { Speaker } from './cause.ts'
export { type ErrorAnswer, type ErrorExplanation, explainError } from './explain-error.ts'
export type { CauseCode, WhyCode } from './known-messages.ts'
