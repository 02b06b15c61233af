/** What was stored and could not be opened: each kept under a key of its own until the person forgets it. */
import type { Written } from '../local-text.ts'
import type { AsideValue } from './aside-value.ts'
import { writeWithRoom } from './kept-designs.ts'
import { newId } from './new-id.ts'

/** `work` and `host` are whole texts, kept as they were; `values` are what was left out of one. */
export type AsideKind = 'work' | 'host' | 'values'

/** The keys are `vmwright.aside.KIND.ID`. */
export const asidePrefix = 'vmwright.aside.'
/** Where pages before this one put a whole text. */
export const oldAsideKeys = ['vmwright.work.unreadable', 'vmwright.host.unreadable'] as const

/** Keeps a text that can't be read; nothing that was set aside before is touched. */
export function setAsideText(kind: 'work' | 'host', text: string): Written {
  return put(kind, text)
}

/**
 * Keeps what was left out.
 *
 * @param of the name of the design, or what else it was left out of
 */
export function setAsideValues(of: string, values: readonly AsideValue[]): Written {
  return put('values', JSON.stringify({ version: 1, of, values }))
}

function put(kind: AsideKind, text: string): Written {
  return writeWithRoom(`${asidePrefix}${kind}.${newId()}`, text)
}
