/** One message for the person: shown for a moment and said by a screen reader. */
export interface Announcement {
  readonly id: number
  readonly text: string
}

let current: Announcement | undefined
let count = 0
const listeners = new Set<() => void>()

/** Shows and says `text`, as in 'Copied domain.xml'. Needs one <LiveRegion /> on the page (Shell has it). */
export function announce(text: string): void {
  count += 1
  current = { id: count, text }
  for (const listener of listeners) listener()
}

export function currentAnnouncement(): Announcement | undefined {
  return current
}

export function dismissAnnouncement(id: number): void {
  if (current?.id !== id) return
  current = undefined
  for (const listener of listeners) listener()
}

export function subscribeAnnouncements(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
