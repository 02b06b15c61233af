/** Hands jobs to the worker that reads and writes texts. */

import type { Finding } from '../core.ts'
import { t, translatedFindings } from '../words/index.ts'
import { guardWorker, type Outcome } from '../workers/index.ts'
import type { JobKind, TextJobs } from './text-jobs.ts'

/** The largest text that is taken (8 MiB) is read within 2 s. */
const mostSeconds = 10

/** The answer to a job that came to nothing: as that to a text that can't be read. */
export interface GivenUp {
  readonly kind: 'wrong'
  readonly findings: readonly Finding[]
}

const worker = guardWorker<TextJobs>(
  () => new Worker(new URL('./texts.worker.ts', import.meta.url), { type: 'module' }),
  mostSeconds,
)

/**
 * Does a job and gives its answer. One that hangs is ended after 10 s; that, and whatever else went wrong, is the
 * finding of the answer, and the next job is done as if nothing had been.
 */
export async function runTextJob<K extends JobKind>(
  kind: K,
  given: TextJobs[K]['ask'],
): Promise<TextJobs[K]['answer'] | GivenUp> {
  return answerOf(await worker.ask(kind, given))
}

/** The answer of a worker that reads texts, or what went wrong as its finding; in the language of the page. */
export function answerOf<A extends object | undefined>(outcome: Outcome<A>): A | GivenUp {
  return outcome.kind === 'done' ? inWords(outcome.answer) : { kind: 'wrong', findings: [findingOf(outcome)] }
}

/** What was found, in the language of the page. */
function inWords<A extends object | undefined>(answer: A): A {
  return answer !== undefined && 'findings' in answer && Array.isArray(answer.findings)
    ? { ...answer, findings: translatedFindings(answer.findings) }
    : answer
}

/** True for the answer to a job that came to nothing. */
export function isGivenUp<T extends object>(answer: T | GivenUp | undefined): answer is GivenUp {
  return answer !== undefined && 'kind' in answer && answer.kind === 'wrong'
}

function findingOf(failure: Exclude<Outcome<never>, { readonly kind: 'done' }>): Finding {
  const found = (code: Finding['code'], message: string): Finding => ({
    code,
    severity: 'error',
    path: [],
    message,
  })
  switch (failure.kind) {
    case 'slow':
      return found(
        'text.slow',
        t`Reading the text took longer than ${failure.seconds} s and was ended. Take out what is not needed.`,
      )
    case 'failed':
      return found('text.failed', t`Reading the text failed: ${failure.message.replace(/\.$/, '')}.`)
    case 'unloadable':
      return found(
        'text.unloadable',
        t`What reads texts could not be loaded: try again when there is a connection, or reload the page.`,
      )
  }
}
