/**
 * What this tab knows of the database of designs: which texts it has, so that they may leave the small storage, and which
 * designs are to leave it too.
 */
const shelved = new Map<string, string>()
const gone = new Set<string>()

/** The database has this text of a design. */
export function noteShelved(id: string, text: string): void {
  shelved.set(id, text)
}

export function isShelved(id: string, text: string): boolean {
  return shelved.get(id) === text
}

/** A design was forgotten: the database does so when it is next at hand. */
export function noteGone(id: string): void {
  shelved.delete(id)
  gone.add(id)
}

/** True for one that was forgotten, and that the database may have still. */
export function isGone(id: string): boolean {
  return gone.has(id)
}

/** Those that were forgotten since the last time it was asked. */
export function takeGone(): readonly string[] {
  const ids = [...gone]
  gone.clear()
  return ids
}

/** A design that was forgotten is there again. */
export function noteBack(id: string): void {
  gone.delete(id)
}
