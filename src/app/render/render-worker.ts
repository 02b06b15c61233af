/** Asks the worker for what is made of a design. */
import type { Design, HostFacts } from '../core.ts'
import { type GuardedWorker, guardWorker, type Outcome } from '../workers/index.ts'
import type { RenderJobs } from './render-jobs.ts'
import type { Rendered } from './rendered-types.ts'
import { receivedOf } from './sent-rendering.ts'

/** A large design of 200 devices takes 20 ms; what takes this long would take the page away. */
const mostSeconds = 10

function startRenderer(): GuardedWorker<RenderJobs> {
  return guardWorker<RenderJobs>(
    () => new Worker(new URL('./render.worker.ts', import.meta.url), { type: 'module' }),
    mostSeconds,
  )
}

/** The worker of this page's own design. */
export const renderer = startRenderer()

/** Renders a design that is not that of the page, as one that a link brings, in a worker of its own. */
export async function renderApart(design: Design, host: HostFacts | undefined): Promise<Outcome<Rendered>> {
  const apart = startRenderer()
  const outcome = await apart.ask('render', { design, host, withByHand: false })
  apart.end()
  return outcome.kind === 'done'
    ? { kind: 'done', answer: receivedOf(outcome.answer, design, host, undefined) }
    : outcome
}
