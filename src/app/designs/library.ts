/**
 * All designs of this browser. Each is written into the small storage at once (keep/), and from there into the database,
 * which has room for all of them. Import this file lazily.
 */
import { forgetKept, keptOldestFirst, pruneKept, readKept, writeKept } from '../keep/kept-designs.ts'
import { isGone, isShelved, noteShelved, takeGone } from '../keep/shelved.ts'
import { isMarkedBehind } from '../keep/stored-work.ts'
import { database, type ShelvedDesign, withDatabase } from './database.ts'

/** True where the browser has a database for this page. */
export async function hasDatabase(): Promise<boolean> {
  return (await database()) !== undefined
}

/** Writes what is new in the small storage into the database, and forgets there what was forgotten. */
export async function shelve(): Promise<void> {
  if (!(await hasDatabase())) {
    pruneKept(true)
    return
  }
  const gone = takeGone()
  let isChanged = gone.length > 0
  await withDatabase(async (db) => {
    for (const id of gone) await Promise.all([db.delete('designs', id), db.delete('histories', id)])
    for (const { id, text } of keptOldestFirst()) {
      if (isShelved(id, text) || isMarkedBehind(text)) continue
      const { store, done } = db.transaction('designs', 'readwrite')
      const there = await store.get(id)
      // Read again now that no other tab writes: what is put is the newest.
      const now = readKept(id)
      if (now !== undefined && there?.text !== now) {
        await store.put({ id, text: now })
        isChanged = true
      }
      await done
      if (now !== undefined) noteShelved(id, now)
    }
  })
  pruneKept(false)
  if (isChanged) tell()
}

/**
 * Adds designs, all at once.
 *
 * @returns the ids of those that found no room
 */
export async function addDesigns(designs: readonly ShelvedDesign[]): Promise<readonly string[]> {
  const isAdded = await withDatabase(async (db) => {
    const { store, done } = db.transaction('designs', 'readwrite')
    await Promise.all([...designs.map(({ id, text }) => store.put({ id, text })), done])
    return true
  })
  tell()
  return isAdded === true
    ? []
    : designs.filter(({ id, text }) => writeKept(id, text) !== 'kept').map(({ id }) => id)
}

/** All designs, each in its newest state, in no order. */
export async function readDesigns(): Promise<readonly ShelvedDesign[]> {
  const shelved = (await withDatabase((db) => db.getAll('designs'))) ?? []
  const designs = new Map(shelved.filter(({ id }) => !isGone(id)).map(({ id, text }) => [id, text]))
  for (const { id, text } of keptOldestFirst()) designs.set(id, text)
  return [...designs].map(([id, text]) => ({ id, text }))
}

/** The newest state of a design as text; undefined when it is gone. */
export async function readDesign(id: string): Promise<string | undefined> {
  return readKept(id) ?? (await withDatabase((db) => db.get('designs', id)))?.text
}

/** Forgets a design and its history. */
export async function forgetDesign(id: string): Promise<void> {
  forgetKept(id)
  await shelve()
}

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('vmwright.designs')
const listeners = new Set<() => void>()

channel?.addEventListener('message', () => {
  for (const listener of listeners) listener()
})

function tell(): void {
  channel?.postMessage('changed')
  for (const listener of listeners) listener()
}

/** Calls `listener` when there are other designs, here or in another tab. */
export function whenDesignsChange(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}
