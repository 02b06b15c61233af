/** The designs that others took the place of: each under a key of its own, until there are newer ones. */
import { readLocal, type Written, writeLocal } from '../local-text.ts'
import { newId } from './new-id.ts'
import { earlierPrefix, oldestFirst, writeWithRoom } from './room.ts'
import { contentIn, contentOf, type Work, writeEarlier } from './stored-work.ts'

/** More of them are not kept. */
export const mostEarlier = 20

/** Why a design is among them, as the list of them says it. */
export type Because = 'another took its place' | 'changed in two tabs at once'

/**
 * Keeps a design. One that says the same is there only once, as the newest.
 *
 * @param id of the design that it goes on from; a new one is made when it is left out
 */
export function keepEarlier(work: Work, because: Because, id: string = newId()): Written {
  const key = earlierPrefix + id
  const outcome = writeWithRoom(key, writeEarlier(work, { savedAt: Date.now(), because }))
  if (outcome !== 'kept') return outcome
  const others = oldestFirst().filter((other) => other.key !== key)
  const content = contentOf(work)
  const same = others.filter(({ text }) => contentIn(text) === content)
  const left = others.filter((other) => !same.includes(other))
  const tooMany = left.slice(0, Math.max(0, left.length + 1 - mostEarlier))
  for (const gone of [...same, ...tooMany]) writeLocal(gone.key, undefined)
  return 'kept'
}

/** Forgets those that say what the present design says. */
export function forgetSame(work: Work): void {
  const content = contentOf(work)
  for (const { key, text } of oldestFirst()) if (contentIn(text) === content) writeLocal(key, undefined)
}

/** The design as it is stored; undefined when it is gone. */
export function readEarlier(id: string): string | undefined {
  return readLocal(earlierPrefix + id)
}
