/**
 * The designs in the small storage of the browser, which is written at once: one key for each. It holds the newest state
 * of those that were used last; the database of designs (designs/library.ts) has them all.
 */
import { localKeys, readLocal, readTab, type Written, writeLocal, writeTab } from '../local-text.ts'
import { newId } from './new-id.ts'
import { sayDropped } from './say.ts'
import { isShelved, noteBack, noteGone } from './shelved.ts'
import { nameIn, parseRecord, type Work, writeBeside } from './stored-work.ts'

const prefix = 'vmwright.design.'
/** Which design was open last: a new tab opens that. In a tab: which is open there. */
const openKey = 'vmwright.open'
/** Ends the id of a design of which nothing is stored yet. */
const unstored = ' new'

/** More of them are not kept in the small storage. */
export const mostLocal = 20

/** Why a design is kept beside another, as the list says it. */
export type Because = 'changed in two tabs at once'

/** The design that is open in this tab: it never makes room for others. */
let openId: string | undefined

/** The key of a design in the small storage. */
export function designKey(id: string): string {
  return prefix + id
}

/** The id in the key of a design. */
export function idOfKey(key: string): string {
  return key.slice(prefix.length)
}

/** The text of a design; undefined when the small storage has none. */
export function readKept(id: string): string | undefined {
  return readLocal(designKey(id))
}

/** Writes a design; others make room for it. */
export function writeKept(id: string, text: string): Written {
  noteBack(id)
  return writeWithRoom(designKey(id), text)
}

/** Keeps the state of another tab, or of this one beside that, as a design of its own. */
export function keepBeside(work: Work, because: Because, id: string = newId()): Written {
  return writeKept(id, writeBeside(work, { savedAt: Date.now(), because }))
}

/** Takes a design out of the small storage, and out of the database when that is next at hand. */
export function forgetKept(id: string): void {
  writeLocal(designKey(id), undefined)
  noteGone(id)
}

/** Which design this tab is to open, and whether anything of it was stored. */
export interface OpenDesign {
  readonly id: string
  readonly isStored: boolean
}

/** The design that this tab had, else the one that was open last anywhere. */
export function readOpen(): OpenDesign | undefined {
  const text = readTab(openKey) ?? readLocal(openKey)
  if (text === undefined || text === '') return undefined
  const isStored = !text.endsWith(unstored)
  return { id: isStored ? text : text.slice(0, -unstored.length), isStored }
}

/** Notes which design is open in this tab. */
export function noteOpen({ id, isStored }: OpenDesign): void {
  openId = id
  const text = isStored ? id : id + unstored
  if (readTab(openKey) !== text) writeTab(openKey, text)
  if (readLocal(openKey) !== text) writeLocal(openKey, text)
}

/** All designs in the small storage, the one that was changed longest ago first. */
export function keptOldestFirst(): { readonly id: string; readonly text: string }[] {
  return localKeys(prefix)
    .map((key) => ({ id: idOfKey(key), text: readLocal(key) ?? '' }))
    .map((one) => ({ ...one, at: savedAt(one.text) }))
    .sort((one, other) => one.at - other.at)
}

function savedAt(text: string): number {
  const at = parseRecord(text)?.['savedAt']
  return typeof at === 'number' ? at : 0
}

/**
 * Leaves the newest designs in the small storage.
 *
 * @param isWithoutDatabase true where there is no other place: then the oldest are gone
 */
export function pruneKept(isWithoutDatabase: boolean): void {
  const all = keptOldestFirst()
  for (const { id, text } of all.slice(0, Math.max(0, all.length - mostLocal)))
    if (id !== openId && (isWithoutDatabase || isShelved(id, text))) writeLocal(designKey(id), undefined)
}

/** What did not fit with all other designs gone: no need to try again with as long a text. */
let hopeless: { readonly key: string; readonly length: number } | undefined

/**
 * Writes a text; when the storage is full, designs are taken out of it, those that the database has first, then the
 * oldest, and that is said. They stay when even all of them would not make room enough.
 */
export function writeWithRoom(key: string, text: string): Written {
  const outcome = writeLocal(key, text)
  if (outcome === 'kept') hopeless = undefined
  if (outcome !== 'full' || (hopeless?.key === key && text.length >= hopeless.length)) return outcome
  const dropped: { readonly id: string; readonly text: string }[] = []
  const others = keptOldestFirst().filter(({ id }) => designKey(id) !== key && id !== openId)
  const isElsewhere = (one: { readonly id: string; readonly text: string }) => isShelved(one.id, one.text)
  for (const one of [...others.filter(isElsewhere), ...others.filter((other) => !isElsewhere(other))]) {
    writeLocal(designKey(one.id), undefined)
    dropped.push(one)
    if (writeLocal(key, text) !== 'kept') continue
    const lost = dropped.filter((other) => !isElsewhere(other))
    if (lost.length > 0) sayDropped(lost.map((other) => nameIn(other.text)))
    return 'kept'
  }
  for (const one of dropped) writeLocal(designKey(one.id), one.text)
  hopeless = { key, length: text.length }
  return 'full'
}
