/**
 * Which states a state builds on, so that a tab can tell a state that goes on from its own from one that was made
 * without knowing it: for each tab that wrote, how many of its states are in it (a version vector).
 */
import { ownValue } from '../../core/index.ts'
import { isRecord } from '../core.ts'

export type Seen = Readonly<Record<string, number>>

/** Tabs that wrote long ago are left out: this many are told apart. */
const mostTabs = 32

export function countOf(seen: Seen, tab: string): number {
  return ownValue(seen, tab) ?? 0
}

/** True when everything that `other` builds on is in `one` too. */
export function hasSeen(one: Seen, other: Seen): boolean {
  return Object.entries(other).every(([tab, count]) => countOf(one, tab) >= count)
}

/** What builds on both. */
export function joinSeen(one: Seen, other: Seen): Seen {
  const joined = new Map(Object.entries(other))
  for (const [tab, count] of Object.entries(one)) joined.set(tab, Math.max(count, countOf(other, tab)))
  return Object.fromEntries([...joined].slice(-mostTabs))
}

/** The next state of a tab, which builds on `seen`. */
export function withNext(seen: Seen, tab: string): Seen {
  const others = Object.entries(seen).filter(([other]) => other !== tab)
  const next: readonly [string, number] = [tab, countOf(seen, tab) + 1]
  return Object.fromEntries([...others, next].slice(-mostTabs))
}

/** From storage; undefined for what an older page wrote, which counts nothing. */
export function readSeen(held: unknown): Seen | undefined {
  if (!isRecord(held)) return undefined
  return Object.fromEntries(
    Object.entries(held).flatMap(([tab, count]) => (typeof count === 'number' ? [[tab, count]] : [])),
  )
}
