/** In tests without a browser a worker does its jobs in the thread of the test, with copies as between real threads. */
import { afterAll } from 'vitest'
import { type AnswerMessage, readyMessage } from './jobs.ts'
import { doJob } from './serve-jobs.ts'

/** Answers a message as the worker with this script does; what it needs is loaded with the first one. */
type Answer = (message: never) => Promise<AnswerMessage<unknown>>

const scripts: Readonly<Record<string, Answer>> = {
  'render.worker.ts': async (message) =>
    doJob((await import('../render/render-jobs.ts')).renderJobs, message),
  'why.worker.ts': async (message) => doJob((await import('../why/why-jobs.ts')).whyJobs, message),
  'targets.worker.ts': async (message) =>
    doJob((await import('../elsewhere/target-jobs.ts')).targetJobs, message),
  'sets.worker.ts': async (message) => doJob((await import('../sets/set-jobs.ts')).setJobs, message),
  'texts.worker.ts': async (message) => doJob((await import('../texts/text-jobs.ts')).textJobs, message),
}

/** A test may end while a job is at work, whose imports must not outlive it. */
const atWork = new Set<Promise<unknown>>()

afterAll(async () => {
  await Promise.allSettled(atWork)
})

class InThreadWorker extends EventTarget {
  readonly #answer: Answer | undefined
  #isEnded = false

  constructor(address: URL) {
    super()
    this.#answer = scripts[address.pathname.split('/').at(-1) ?? '']
    this.#tell(readyMessage)
  }

  postMessage(message: never): void {
    const answered = this.#answer?.(structuredClone(message))
    if (answered === undefined) return
    atWork.add(answered)
    void answered.then((answer) => {
      atWork.delete(answered)
      this.#tell(structuredClone(answer))
    })
  }

  terminate(): void {
    this.#isEnded = true
  }

  #tell(data: unknown): void {
    queueMicrotask(() => {
      if (!this.#isEnded) this.dispatchEvent(new MessageEvent('message', { data }))
    })
  }
}

Object.assign(globalThis, { Worker: InThreadWorker })
