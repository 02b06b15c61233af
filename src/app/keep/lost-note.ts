/** A note that a reload of this tab finds even where nothing can be stored: in its entry of the browser's history. */
import { isRecord } from '../core.ts'

const key = 'vmwright.lost'

/** Notes the name of a design of which nothing is stored; undefined takes the note away. */
export function noteLost(name: string | undefined): void {
  if (name === undefined && readLostNote() === undefined) return
  const held: unknown = history.state
  history.replaceState({ ...(isRecord(held) ? held : {}), [key]: name }, '')
}

export function readLostNote(): string | undefined {
  const held: unknown = history.state
  const name = isRecord(held) ? held[key] : undefined
  return typeof name === 'string' ? name : undefined
}
