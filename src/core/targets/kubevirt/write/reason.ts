/** How it is said why a part of a design does not go over. */
import type { Severity } from '../../../finding.ts'

export interface Reason {
  /** Places of the Domain, `*` for an item of a list; a place stands for all below it. */
  readonly at: readonly string[]
  readonly message: string
  readonly byHand: string
  readonly severity?: Severity
  readonly inPart?: true
}

export const byPlugin =
  'The administrator can write a Plugin with a domain hook (gate Plugins), or a hook sidecar before 1.9 (gate Sidecar).'
export const noWork = 'Nothing is to be done.'
