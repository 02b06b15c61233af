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

/** Draws designs that are not that of the page, one after the other, in a worker of their own. */
export interface ApartRenderer {
  draw(design: Design, host: HostFacts | undefined): Promise<Outcome<Rendered>>
  /** To be called when no more of them are wanted. */
  end(): void
}

export function renderDesigns(): ApartRenderer {
  const apart = startRenderer()
  /** The worker sends what is another than in the one before. */
  let last: Rendered | undefined
  return {
    async draw(design, host) {
      const outcome = await apart.ask('render', { design, host, withByHand: false })
      if (outcome.kind !== 'done') return outcome
      last = receivedOf(outcome.answer, design, host, last)
      return { kind: 'done', answer: last }
    },
    end: () => apart.end(),
  }
}

/** Renders a design that is not that of the page, as one that a link brings. */
export async function renderApart(design: Design, host: HostFacts | undefined): Promise<Outcome<Rendered>> {
  const apart = renderDesigns()
  const outcome = await apart.draw(design, host)
  apart.end()
  return outcome
}
