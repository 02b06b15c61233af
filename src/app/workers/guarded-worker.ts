/**
 * A worker with a time limit. Its jobs wait here and are sent one at a time, so that a job that hangs takes no other
 * with it: the worker is ended, what became of the job is said, and the next one gets a new worker.
 */
import { type AnswerMessage, type JobMessage, type JobTable, readyMessage } from './jobs.ts'

/** What became of a job. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly answer: T }
  /** It took longer than this and was ended. */
  | { readonly kind: 'slow'; readonly seconds: number }
  /** It threw, or the browser ended the worker. */
  | { readonly kind: 'failed'; readonly message: string }
  /** The worker's own script did not come: offline, or gone after a new version. */
  | { readonly kind: 'unloadable' }

export interface GuardedWorker<J extends JobTable<J>> {
  /** Does a job when those before it are done. Never rejects. */
  ask<K extends keyof J>(kind: K, given: J[K]['ask']): Promise<Outcome<J[K]['answer']>>
  /** Nobody needs the present job any more: it has only so long since it was sent. */
  hurry(seconds: number): void
  /** Ends the worker, and with it the present job; a later job starts a new one. */
  end(): void
}

/** As much of a worker as is needed of it. */
type WorkerLike = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>

interface Job {
  readonly message: unknown
  readonly settle: (outcome: Outcome<never>) => void
}

/** A script that takes longer than this to come is taken for one that does not. */
const loadSeconds = 30

/**
 * @param start makes the worker; called with the first job, and again after one was ended
 * @param jobSeconds how long one job may take, from when a worker that is ready got it
 */
export function guardWorker<J extends JobTable<J>>(
  start: () => WorkerLike,
  jobSeconds: number,
): GuardedWorker<J> {
  const waiting: Job[] = []
  let present: Job | undefined
  let worker: WorkerLike | undefined
  let isReady = false
  let sentAt: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const endWorker = () => {
    worker?.terminate()
    worker = undefined
    isReady = false
  }
  const finish = (outcome: Outcome<never>) => {
    endWorker()
    const job = release()
    job?.settle(outcome)
    goOn()
  }
  const release = () => {
    clearTimeout(timer)
    const job = present
    present = undefined
    sentAt = undefined
    return job
  }
  const limit = (seconds: number, outcome: Outcome<never>) => {
    clearTimeout(timer)
    timer = setTimeout(() => finish(outcome), seconds * 1000)
  }
  const send = ({ message }: Job) => {
    try {
      worker?.postMessage(message)
    } catch (error) {
      finish({ kind: 'failed', message: String(error) })
      return
    }
    sentAt = performance.now()
    limit(jobSeconds, { kind: 'slow', seconds: jobSeconds })
  }
  const startWorker = () => {
    const made = start()
    worker = made
    limit(loadSeconds, { kind: 'unloadable' })
    made.addEventListener('message', ({ data }: MessageEvent<typeof readyMessage | AnswerMessage<never>>) => {
      if (worker !== made) return
      if (data === readyMessage) {
        isReady = true
        if (present !== undefined) send(present)
        return
      }
      release()?.settle(data)
      goOn()
    })
    made.addEventListener('error', (event) => {
      if (worker !== made) return
      event.preventDefault()
      finish(isReady ? { kind: 'failed', message: event.message } : { kind: 'unloadable' })
    })
    made.addEventListener('messageerror', () => {
      if (worker === made) finish({ kind: 'failed', message: 'the answer could not be read' })
    })
  }
  const goOn = () => {
    if (present !== undefined) return
    present = waiting.shift()
    if (present === undefined) return
    if (worker === undefined) startWorker()
    else if (isReady) send(present)
  }

  return {
    ask: <K extends keyof J>(kind: K, given: J[K]['ask']) =>
      new Promise<Outcome<J[K]['answer']>>((settle) => {
        const message: JobMessage<J, K> = { kind, given }
        waiting.push({ message, settle })
        goOn()
      }),
    hurry: (seconds) => {
      if (sentAt === undefined || seconds >= jobSeconds) return
      const left = seconds - (performance.now() - sentAt) / 1000
      limit(Math.max(0, left), { kind: 'slow', seconds })
    },
    end: () => {
      if (present === undefined) endWorker()
      else finish({ kind: 'failed', message: 'it was ended' })
    },
  }
}
