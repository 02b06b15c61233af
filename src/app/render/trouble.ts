/** Why a design is not drawn, in words. */

import type { Design, Finding, HostFacts } from '../core.ts'
import { t } from '../words/index.ts'
import type { Outcome } from '../workers/index.ts'

export interface RenderTrouble {
  readonly kind: Exclude<Outcome<never>['kind'], 'done'>
  readonly design: Design
  readonly host: HostFacts | undefined
  /** One sentence, without what to do. */
  readonly why: string
}

/** What became of a rendering that gave nothing. */
export type Failure = Exclude<Outcome<never>, { readonly kind: 'done' }>

/** Why nothing is drawn, as a sentence. */
export function whyNot(failure: Failure): string {
  switch (failure.kind) {
    case 'slow':
      return t`Drawing it took longer than ${failure.seconds} s and was ended.`
    case 'failed':
      return t`Drawing it failed: ${failure.message.replace(/\.$/, '')}.`
    case 'unloadable':
      return t`What draws the outputs could not be loaded: the connection is gone, or the page has a newer version.`
  }
}

/** The trouble among the findings: it is the only thing that is known of the design then. */
export function findingOf({ design, why }: RenderTrouble): Finding {
  return {
    code: 'page.not-drawn',
    severity: 'error',
    path: [],
    message: t`${design.name} could not be drawn, and the outputs are not up to date. ${why}`,
  }
}
