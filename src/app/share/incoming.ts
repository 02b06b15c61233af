/**
 * What becomes of a link that the page was opened with: it is looked through before it is opened, whether or not there is
 * work that it would take the place of.
 */
import { type HostReach, hostReach } from '../../core/review/index.ts'
import type { SetTable } from '../../core/set/set.ts'
import type { Design, Finding } from '../core.ts'
import { decodeSetLink } from './link.ts'
import { sameDesign, sameTable } from './same-design.ts'

export type Incoming =
  /** No link at all, or the design that is open already. */
  | { readonly kind: 'nothing' }
  /** The link holds no design. */
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
  /** The person decides. */
  | {
      readonly kind: 'ask'
      readonly design: Design
      /** Of its VMs, where the link has one. */
      readonly table?: SetTable | undefined
      readonly findings: readonly Finding[]
      /** Of the design; what the VMs of a table touch beside it is left to be asked. */
      readonly reach: readonly HostReach[]
    }

/**
 * Decides about the fragment of the address.
 *
 * @param fragment with its `#`, as `location.hash` has it
 * @param current what is open
 */
export function readIncoming(
  fragment: string,
  current: { readonly design: Design; readonly table?: SetTable | undefined },
): Incoming {
  if (!/^#v\d/.test(fragment)) return { kind: 'nothing' }
  const { design: read, table, findings } = decodeSetLink(fragment)
  if (read === undefined) return { kind: 'refused', findings }
  if (sameDesign(read, current.design) && sameTable(table, current.table)) return { kind: 'nothing' }
  const design: Design = { ...read, cameBy: 'link' }
  const ask = { kind: 'ask', design, findings, reach: hostReach(design) } as const
  return table === undefined ? ask : { ...ask, table }
}
