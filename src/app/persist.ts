/** The work survives a reload: the document in localStorage, checked when it is read. */
import { type Design, isRecord, schema, vmSpec } from './core.ts'
import { readLocal, writeLocal } from './local-text.ts'
import type { Drafts, OwnText, Selection, TextKind, VmDocument, VmDocumentStore } from './store.ts'

const workKey = 'vmwright.work'
/** Work that a newer or older page wrote and this one can't read: kept aside, not thrown away. */
const unreadableKey = 'vmwright.work.unreadable'
const version = 1
const quietMs = 300

/** What is read back; each part only when it was there and right. */
export type Kept = Partial<
  Pick<VmDocument, 'design' | 'specDocument' | 'xmlDocument' | 'drafts' | 'selection'>
>

/** The document as text for storage. */
export function writeWork(state: VmDocument): string {
  const { design, drafts, selection } = state
  const specDocument = storedText(state.specDocument)
  const xmlDocument = storedText(state.xmlDocument)
  return JSON.stringify({ version, design, specDocument, xmlDocument, drafts, selection })
}

/** What the text says is read from it again. */
function storedText(own: OwnText | undefined): OwnText | undefined {
  return own && { text: own.text, vm: own.vm }
}

/** A stored document; undefined when the text is not one of this version. */
export function readWork(text: string): Kept | undefined {
  let held: unknown
  try {
    held = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isRecord(held) || held['version'] !== version) return undefined
  const design = readDesign(held['design'])
  if (design === undefined) return undefined
  return {
    design,
    selection: readSelection(held['selection']),
    specDocument: readOwnText(held['specDocument']),
    xmlDocument: readOwnText(held['xmlDocument']),
    ...readDrafts(held['drafts']),
  }
}

function readDesign(held: unknown): Design | undefined {
  if (!isRecord(held) || typeof held['name'] !== 'string') return undefined
  const parsed = schema(vmSpec).safeParse(held['spec'])
  if (!parsed.success || !isRecord(parsed.data)) return undefined
  return { name: held['name'], spec: parsed.data }
}

function readOwnText(held: unknown): OwnText | undefined {
  if (!isRecord(held)) return undefined
  const { text, vm } = held
  return typeof text === 'string' && typeof vm === 'string' ? { text, vm } : undefined
}

function readDrafts(held: unknown): Pick<Kept, 'drafts'> {
  if (!isRecord(held)) return {}
  const of = (kind: TextKind): Drafts => {
    const one = held[kind]
    return isRecord(one) && typeof one['text'] === 'string' ? { [kind]: { text: one['text'] } } : {}
  }
  const drafts = { ...of('xml'), ...of('yaml') }
  return Object.keys(drafts).length === 0 ? {} : { drafts }
}

function readSelection(held: unknown): Selection {
  const part = isRecord(held) && typeof held['part'] === 'string' ? held['part'] : 'source'
  const devices = isRecord(held) && isRecord(held['devices']) ? Object.entries(held['devices']) : []
  return {
    part,
    devices: Object.fromEntries(
      devices.flatMap(([list, index]) => (typeof index === 'number' ? [[list, index]] : [])),
    ),
  }
}

/** Brings back what was stored; false when something was stored that can't be read (it is kept aside). */
export function restoreWork({ store }: VmDocumentStore): boolean {
  const text = readLocal(workKey)
  if (text === undefined) return true
  const kept = readWork(text)
  if (kept === undefined) {
    writeLocal(unreadableKey, text)
    return false
  }
  store.setState(kept)
  store.temporal.getState().clear()
  return true
}

/** Stores the document when it has been quiet for a moment, and before the page goes away. */
export function keepWork({ store }: VmDocumentStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const save = () => {
    clearTimeout(timer)
    timer = undefined
    writeLocal(workKey, writeWork(store.getState()))
  }
  const flush = () => {
    if (timer !== undefined) save()
  }
  const stop = store.subscribe(() => {
    clearTimeout(timer)
    timer = setTimeout(save, quietMs)
  })
  addEventListener('pagehide', flush)
  document.addEventListener('visibilitychange', flush)
  return () => {
    flush()
    stop()
    removeEventListener('pagehide', flush)
    document.removeEventListener('visibilitychange', flush)
  }
}
