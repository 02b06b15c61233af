/**
 * What is made of a design. It brings along nearly all of core, and a design may come from anyone: so it is only done in
 * the worker, under a time limit. Import this file there only.
 */
import { bundle, fileNameOf, zipBundle } from '../../core/bundle/index.ts'
import { isSecret, sensitiveThings } from '../../core/link/index.ts'
import { seedImage } from '../../core/seed/index.ts'
import { type StartVerdict, willItStart } from '../../core/verdict/index.ts'
import type { Design, HostFacts, SensitiveThing } from '../core.ts'
import type { DoJobs } from '../workers/index.ts'
import { renderAll } from './render-all.ts'
import type { Rendered } from './rendered-types.ts'
import { type SentRendering, sentOf } from './sent-rendering.ts'

interface ForHost {
  readonly design: Design
  readonly host: HostFacts | undefined
}

/** All that it takes to run the VM. */
interface ZippedBundle {
  /** Of the folder in the zip, and of the zip without its ending. */
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly secrets: readonly SensitiveThing[]
}

export interface RenderJobs {
  readonly render: { readonly ask: ForHost; readonly answer: SentRendering }
  readonly bundle: { readonly ask: ForHost; readonly answer: ZippedBundle }
  readonly willItStart: { readonly ask: ForHost; readonly answer: readonly StartVerdict[] }
  /** The disk with these files that cloud-init looks for. */
  readonly seed: {
    readonly ask: { readonly files: Rendered['cloudInit'] }
    readonly answer: Uint8Array<ArrayBuffer>
  }
}

/** What was sent last. */
let last: Rendered | undefined

export const renderJobs: DoJobs<RenderJobs> = {
  render: ({ design, host }) => {
    const rendered = renderAll(design, host)
    const sent = sentOf(rendered, last)
    last = rendered
    return sent
  },
  bundle: ({ design, host }) => {
    const name = fileNameOf(design.name)
    return {
      name,
      bytes: zipBundle(bundle(design, host).files, name),
      secrets: sensitiveThings(design).filter(isSecret),
    }
  },
  willItStart: ({ design, host }) => willItStart(design, host),
  seed: ({ files }) => {
    const encoder = new TextEncoder()
    return seedImage(files.map(({ name, text }) => ({ name, bytes: encoder.encode(text) })))
  },
}
