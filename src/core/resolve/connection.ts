/** Which of libvirt's connections a design runs on, when nobody says. */
import { type SystemNeed, systemNeeds } from '../host/index.ts'
import type { Note, Resolved } from './resolved.ts'

export interface Connection {
  readonly to: 'session' | 'system'
  /** What made resolve choose it. */
  readonly note?: Note
}

/**
 * A session needs no rights, so it is taken wherever it can run the design.
 *
 * @param inSession the design as it would be in a session
 * @returns undefined when a session can run it, or QEMU by hand, which asks no connection
 */
export function chooseSystem({ design, domain, host }: Resolved): Connection | undefined {
  if (design.spec.backend === 'qemu') return undefined
  const needs = systemNeeds(domain, host)
  const [first] = needs
  if (first === undefined) return undefined
  return {
    to: 'system',
    note: {
      path: first.path,
      what: 'the connection qemu:///system',
      why: `A session can’t have ${whatNeedsIt(needs)}: ${first.why}.`,
      how: 'Set connection in the host facts.',
    },
  }
}

/** How many needs a note names before it counts the rest. */
const named = 3

function whatNeedsIt(needs: readonly SystemNeed[]): string {
  const all = [...new Set(needs.map(({ what }) => what))]
  const rest = all.length - named
  return rest > 0 ? `${all.slice(0, named).join(', ')} and ${rest} more` : all.join(', ')
}
