/**
 * What becomes of a link that the page was opened with: it is looked through before it is opened, whether or not there is
 * work that it would take the place of.
 */
import { type HostReach, hostReach } from '../../core/review/index.ts'
import type { Design, Finding } from '../core.ts'
import { decodeDesignLink } from './link.ts'
import { sameDesign } from './same-design.ts'

export type Incoming =
  /** No link at all, or the design that is open already. */
  | { readonly kind: 'nothing' }
  /** The link holds no design. */
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
  /** The person decides. */
  | {
      readonly kind: 'ask'
      readonly design: Design
      readonly findings: readonly Finding[]
      readonly reach: readonly HostReach[]
    }

/**
 * Decides about the fragment of the address.
 *
 * @param fragment with its `#`, as `location.hash` has it
 */
export function readIncoming(fragment: string, current: Design): Incoming {
  if (!/^#v\d/.test(fragment)) return { kind: 'nothing' }
  const { design: read, findings } = decodeDesignLink(fragment)
  if (read === undefined) return { kind: 'refused', findings }
  if (sameDesign(read, current)) return { kind: 'nothing' }
  const design: Design = { ...read, cameBy: 'link' }
  return { kind: 'ask', design, findings, reach: hostReach(design) }
}
