/** A design as text for the browser's storage. */

import { type SetTable, setTableSchema } from '../../core/set/set.ts'
import { type Design, isRecord, schema, type UnknownRecord, vmSpec } from '../core.ts'
import {
  type Drafts,
  initialPart,
  type OwnText,
  type Selection,
  type TextDraft,
  type TextKind,
  type VmDocument,
} from '../document/vm-document.ts'
import { t } from '../words/index.ts'
import { readSeen, type Seen } from './seen.ts'

/** What of the document outlives the page. */
export type Work = Pick<
  VmDocument,
  'design' | 'table' | 'specDocument' | 'xmlDocument' | 'drafts' | 'selection'
>

const version = 1

/** What is stored beside the work. */
export interface StoredAbout {
  /** Milliseconds since 1970; undefined for what an older page wrote. */
  readonly savedAt?: number | undefined
  /** What the state builds on; undefined for what an older page wrote. */
  readonly seen?: Seen | undefined
  /** Why a design is kept beside another, for the list of them. */
  readonly because?: string | undefined
}

export type ReadWork =
  | ({ readonly kind: 'work'; readonly work: Work; readonly isBehind: boolean } & StoredAbout)
  /** Of this version, and some of it is not right: `mendWork` says what. */
  | ({ readonly kind: 'amiss'; readonly held: UnknownRecord; readonly isBehind: boolean } & StoredAbout)
  /** Not of this version. */
  | { readonly kind: 'unreadable' }

/** Both marks are of one length, so that a full storage takes the one for the other. */
const newest = `{"version":${version},"state":"newest"`
const behind = `{"version":${version},"state":"behind"`

/** The open design as text. */
export function writePresent(work: Work, about: StoredAbout): string {
  return write({ state: 'newest', ...about }, work)
}

/** One that is kept beside it. */
export function writeBeside(work: Work, about: StoredAbout): string {
  return write(about, work)
}

function write(about: object, { design, table, drafts, selection, ...texts }: Work): string {
  const specDocument = storedText(texts.specDocument)
  const xmlDocument = storedText(texts.xmlDocument)
  return JSON.stringify({ version, ...about, design, table, specDocument, xmlDocument, drafts, selection })
}

/** What the text says is read from it again. */
function storedText(own: OwnText | undefined): OwnText | undefined {
  return own && { text: own.text, vm: own.vm }
}

export function isMarkedBehind(text: string | undefined): boolean {
  return text?.startsWith(behind) === true
}

/** The same text, of which it is known that a newer state could not be stored; undefined when it can't be marked. */
export function markBehind(text: string): string | undefined {
  if (text.startsWith(behind)) return text
  return text.startsWith(newest) ? behind + text.slice(newest.length) : undefined
}

/** The same text as the newest state. */
export function markNewest(text: string): string {
  return text.startsWith(behind) ? newest + text.slice(behind.length) : text
}

/** Reads what `writePresent` or `writeBeside` wrote, here or in another version of the page. Never throws. */
export function readWork(text: string): ReadWork {
  const held = parseRecord(text)
  if (held === undefined || held['version'] !== version || !isRecord(held['design']))
    return { kind: 'unreadable' }
  const about = { ...readAbout(held), isBehind: held['state'] === 'behind' }
  const design = parseDesign(held['design'])
  const table = readStoredTable(held['table'])
  const specDocument = readOwnText(held['specDocument'])
  const xmlDocument = readOwnText(held['xmlDocument'])
  const drafts = readDrafts(held['drafts'])
  if (
    design === undefined ||
    table === 'wrong' ||
    specDocument === 'wrong' ||
    xmlDocument === 'wrong' ||
    drafts === undefined
  )
    return { kind: 'amiss', held, ...about }
  const selection = readSelection(held['selection'])
  return { kind: 'work', work: { design, table, specDocument, xmlDocument, drafts, selection }, ...about }
}

/** A text that should be a JSON object; undefined when it is not. */
export function parseRecord(text: string): UnknownRecord | undefined {
  try {
    const held: unknown = JSON.parse(text)
    return isRecord(held) ? held : undefined
  } catch {
    return undefined
  }
}

/** The name of a stored design; anything may be stored. */
export function nameIn(text: string): string {
  const design = parseRecord(text)?.['design']
  const name = isRecord(design) ? design['name'] : undefined
  return typeof name === 'string' ? name : t`a design without a name`
}

function readAbout(held: UnknownRecord): StoredAbout {
  const { savedAt, because } = held
  return {
    savedAt: typeof savedAt === 'number' ? savedAt : undefined,
    seen: readSeen(held['seen']),
    because: typeof because === 'string' ? because : undefined,
  }
}

/** A stored design; undefined when it is not right. */
export function parseDesign(held: unknown): Design | undefined {
  if (!isRecord(held) || typeof held['name'] !== 'string') return undefined
  const parsed = schema(vmSpec).safeParse(held['spec'])
  if (!parsed.success || !isRecord(parsed.data)) return undefined
  const { cameBy } = held
  return { name: held['name'], spec: parsed.data, ...(cameBy === 'link' ? { cameBy } : {}) }
}

/** A stored table; undefined where there is none. */
export function readStoredTable(held: unknown): SetTable | undefined | 'wrong' {
  if (held === undefined) return undefined
  const read = setTableSchema.safeParse(held)
  return read.success ? read.data : 'wrong'
}

export function readOwnText(held: unknown): OwnText | undefined | 'wrong' {
  if (held === undefined) return undefined
  if (!isRecord(held)) return 'wrong'
  const { text, vm } = held
  return typeof text === 'string' && typeof vm === 'string' ? { text, vm } : 'wrong'
}

/** Undefined when one of them is not right. */
export function readDrafts(held: unknown): Drafts | undefined {
  if (held === undefined) return {}
  if (!isRecord(held)) return undefined
  const drafts: Partial<Record<TextKind, TextDraft>> = {}
  for (const [kind, one] of Object.entries(held)) {
    const isKnown = kind === 'xml' || kind === 'yaml'
    if (!isKnown || !isRecord(one) || typeof one['text'] !== 'string') return undefined
    const base = parseDesign(one['base'])
    drafts[kind] = { text: one['text'], ...(base === undefined ? {} : { base }) }
  }
  return drafts
}

/** Where the person was; what is wrong of it is no work, and left out. */
export function readSelection(held: unknown): Selection {
  const part = isRecord(held) && typeof held['part'] === 'string' ? held['part'] : initialPart
  const devices = isRecord(held) && isRecord(held['devices']) ? Object.entries(held['devices']) : []
  return {
    part,
    devices: Object.fromEntries(
      devices.flatMap(([list, index]) => (typeof index === 'number' ? [[list, index]] : [])),
    ),
  }
}

/** What two states that say the same have in common, whatever the order of their keys. */
export function contentOf({
  design,
  table,
  specDocument,
  xmlDocument,
  drafts,
}: Omit<Work, 'selection'>): string {
  return inOrder([design, table, storedText(specDocument), storedText(xmlDocument), drafts])
}

/** The same of a stored text. */
export function contentIn(text: string): string {
  const { design, table, specDocument, xmlDocument, drafts } = parseRecord(text) ?? {}
  return inOrder([design, table, specDocument, xmlDocument, drafts])
}

function inOrder(held: unknown): string {
  return JSON.stringify(held, (_, inner: unknown) =>
    isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  )
}
