/** Makes room in the browser's storage: earlier designs go before the present work does. */
import { localKeys, readLocal, type Written, writeLocal } from '../local-text.ts'
import { sayDropped } from './say.ts'
import { parseRecord } from './stored-work.ts'

/** One key for each earlier design. */
export const earlierPrefix = 'vmwright.design.'

/** What did not fit with all earlier designs gone: no need to try again with as long a text. */
let hopeless: { readonly key: string; readonly length: number } | undefined

/**
 * Writes a text; when the storage is full, earlier designs are dropped for it, the oldest first, and that is said. They
 * stay when even all of them would not make room enough.
 */
export function writeWithRoom(key: string, text: string): Written {
  const outcome = writeLocal(key, text)
  if (outcome === 'kept') hopeless = undefined
  if (outcome !== 'full' || (hopeless?.key === key && text.length >= hopeless.length)) return outcome
  const dropped: { readonly key: string; readonly text: string }[] = []
  for (const oldest of oldestFirst()) {
    if (oldest.key === key) continue
    writeLocal(oldest.key, undefined)
    dropped.push(oldest)
    if (writeLocal(key, text) !== 'kept') continue
    sayDropped(dropped.map((one) => nameIn(one.text)))
    return 'kept'
  }
  for (const one of dropped) writeLocal(one.key, one.text)
  hopeless = { key, length: text.length }
  return 'full'
}

/** All earlier designs as they are stored. */
export function oldestFirst(): { readonly key: string; readonly text: string }[] {
  return localKeys(earlierPrefix)
    .map((key) => ({ key, text: readLocal(key) ?? '' }))
    .map((one) => ({ ...one, at: savedAt(one.text) }))
    .sort((one, other) => one.at - other.at)
}

function savedAt(text: string): number {
  const at = parseRecord(text)?.['savedAt']
  return typeof at === 'number' ? at : 0
}

/** The name of a stored design; anything may be stored. */
export function nameIn(text: string): string {
  const design = parseRecord(text)?.['design']
  const name = typeof design === 'object' && design !== null && 'name' in design ? design.name : undefined
  return typeof name === 'string' ? name : 'a design without a name'
}
