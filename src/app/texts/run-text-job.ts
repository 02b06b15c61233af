/** Hands jobs to the worker; where there is none, or it does not start, the page does them itself. */
import type { JobKind, JobMessage, TextJobs } from './text-jobs.ts'

let worker: Worker | undefined
let isBroken = typeof Worker === 'undefined'
let count = 0

/** Does a job and gives its answer. */
export async function runTextJob<K extends JobKind>(
  kind: K,
  given: TextJobs[K]['ask'],
): Promise<TextJobs[K]['answer']> {
  if (!isBroken) {
    try {
      return await inWorker(kind, given)
    } catch {
      isBroken = true
    }
  }
  const { performTextJob } = await import('./text-jobs.ts')
  return performTextJob(kind, given)
}

function inWorker<K extends JobKind>(kind: K, given: TextJobs[K]['ask']): Promise<TextJobs[K]['answer']> {
  worker ??= new Worker(new URL('./texts.worker.ts', import.meta.url), { type: 'module' })
  const at = worker
  count += 1
  const message: JobMessage<K> = { id: count, kind, given }
  return new Promise((resolve, reject) => {
    const onMessage = ({ data }: MessageEvent<{ id: number; answer: TextJobs[K]['answer'] }>) => {
      if (data.id !== message.id) return
      stop()
      resolve(data.answer)
    }
    const onError = () => {
      stop()
      reject(new Error('the worker for texts did not start'))
    }
    const stop = () => {
      at.removeEventListener('message', onMessage)
      at.removeEventListener('error', onError)
    }
    at.addEventListener('message', onMessage)
    at.addEventListener('error', onError)
    at.postMessage(message)
  })
}
