import { afterEach, expect, test, vi } from 'vitest'
import { guardWorker } from './guarded-worker.ts'
import { readyMessage } from './jobs.ts'
import { doJob } from './serve-jobs.ts'

interface TestJobs {
  readonly double: { readonly ask: number; readonly answer: number }
  readonly hang: { readonly ask: undefined; readonly answer: undefined }
  readonly fail: { readonly ask: string; readonly answer: undefined }
}

/** A worker that hangs with the job `hang`, and never comes when it is `missing`. */
class TestWorker extends EventTarget {
  isEnded = false

  constructor(isMissing = false) {
    super()
    queueMicrotask(() =>
      isMissing ? this.dispatchEvent(new Event('error', { cancelable: true })) : this.tell(readyMessage),
    )
  }

  tell(data: unknown): void {
    if (!this.isEnded) this.dispatchEvent(new MessageEvent('message', { data }))
  }

  postMessage(message: { readonly kind: keyof TestJobs; readonly given: never }): void {
    if (message.kind === 'hang') return
    const answer = doJob<TestJobs, keyof TestJobs>(
      {
        double: (number) => 2 * number,
        hang: () => undefined,
        fail: (text) => {
          throw new Error(text)
        },
      },
      message,
    )
    queueMicrotask(() => this.tell(answer))
  }

  terminate(): void {
    this.isEnded = true
  }
}

afterEach(() => {
  vi.useRealTimers()
})

function make(missing: readonly boolean[] = []) {
  const made: TestWorker[] = []
  const guarded = guardWorker<TestJobs>(() => {
    const worker = new TestWorker(missing[made.length])
    made.push(worker)
    return worker
  }, 10)
  return { made, guarded }
}

test('jobs are answered in their order by one worker', async () => {
  const { made, guarded } = make()
  const answers = await Promise.all([1, 2, 3].map((number) => guarded.ask('double', number)))
  expect(answers).toEqual([2, 4, 6].map((answer) => ({ kind: 'done', answer })))
  expect(made.length).toBe(1)
})

test('a job that hangs is ended, and those behind it get a new worker', async () => {
  vi.useFakeTimers()
  const { made, guarded } = make()
  const stuck = guarded.ask('hang', undefined)
  const next = guarded.ask('double', 4)
  await vi.advanceTimersByTimeAsync(9000)
  expect(made[0]?.isEnded).toBe(false)
  await vi.advanceTimersByTimeAsync(1100)
  expect(await stuck).toEqual({ kind: 'slow', seconds: 10 })
  expect(await next).toEqual({ kind: 'done', answer: 8 })
  expect(made.map(({ isEnded }) => isEnded)).toEqual([true, false])
})

test('a job that nobody needs any more is ended sooner', async () => {
  vi.useFakeTimers()
  const { guarded } = make()
  const stuck = guarded.ask('hang', undefined)
  await vi.advanceTimersByTimeAsync(500)
  guarded.hurry(1)
  await vi.advanceTimersByTimeAsync(600)
  expect(await stuck).toEqual({ kind: 'slow', seconds: 1 })
})

test('what a job throws is its answer, and the worker lives on', async () => {
  const { made, guarded } = make()
  expect(await guarded.ask('fail', 'no such thing')).toEqual({ kind: 'failed', message: 'no such thing' })
  expect(await guarded.ask('double', 1)).toEqual({ kind: 'done', answer: 2 })
  expect(made.length).toBe(1)
})

test('a worker whose script does not come is asked for again with the next job', async () => {
  const { guarded } = make([true])
  expect(await guarded.ask('double', 1)).toEqual({ kind: 'unloadable' })
  expect(await guarded.ask('double', 1)).toEqual({ kind: 'done', answer: 2 })
})
