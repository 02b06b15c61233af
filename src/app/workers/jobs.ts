/** What a worker of this page is sent and what it sends back. */

/** Each kind of job of a worker, with what it is given and what it answers: both are data that can be copied. */
export type JobTable<J> = {
  readonly [K in keyof J]: { readonly ask: unknown; readonly answer: unknown }
}

/** How each kind of job is done. */
export type DoJobs<J extends JobTable<J>> = {
  readonly [K in keyof J]: (given: J[K]['ask']) => J[K]['answer']
}

export interface JobMessage<J extends JobTable<J>, K extends keyof J> {
  readonly kind: K
  readonly given: J[K]['ask']
}

/** The first message of a worker: from then on the time of a job counts. */
export const readyMessage = 'ready'

export type AnswerMessage<T> =
  | { readonly kind: 'done'; readonly answer: T }
  /** It threw; the text says what. */
  | { readonly kind: 'failed'; readonly message: string }
