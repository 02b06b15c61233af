/**
 * What becomes of a link that the page was opened with: it never takes the place of somebody's work by itself, and what
 * would touch the host is shown before.
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
  /** Nothing would be lost or touched: it is opened at once. */
  | { readonly kind: 'open'; readonly design: Design }
  /** There is work, or it would touch the host: the person decides. */
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
 * @param isUntouched the page holds nothing of the person's own
 */
export function readIncoming(fragment: string, current: Design, isUntouched: boolean): Incoming {
  if (!/^#v\d/.test(fragment)) return { kind: 'nothing' }
  const { design: read, findings } = decodeDesignLink(fragment)
  if (read === undefined) return { kind: 'refused', findings }
  if (sameDesign(read, current)) return { kind: 'nothing' }
  const design: Design = { ...read, cameBy: 'link' }
  const reach = hostReach(design)
  if (isUntouched && findings.length === 0 && reach.length === 0) return { kind: 'open', design }
  return { kind: 'ask', design, findings, reach }
}
