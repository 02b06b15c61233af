/** What an error message means. It brings along all rules, so it is only done in its worker: import this file there only. */
import { type ErrorExplanation, explainError } from '../../core/why/index.ts'
import type { Design, HostFacts } from '../core.ts'
import type { DoJobs } from '../workers/index.ts'

export interface WhyJobs {
  readonly explain: {
    readonly ask: { readonly text: string; readonly design: Design; readonly host: HostFacts | undefined }
    readonly answer: ErrorExplanation
  }
}

export const whyJobs: DoJobs<WhyJobs> = {
  explain: ({ text, design, host }) => explainError(text, design, host),
}
