/** The steps of a design as the database has them. */
import type { UnknownRecord } from '../core.ts'
import type { Steps } from '../document/history.ts'
import type { Tracked } from '../document/vm-document.ts'
import { parseDesign, readDrafts, readOwnText, readStoredTable } from '../keep/stored-work.ts'

/** What is stored of a step. Steps share what they have in common: the database keeps that once. */
export interface StoredStep extends Omit<Tracked, 'id'> {}

/** The history of one design. */
export interface StoredHistory {
  readonly id: string
  readonly version: number
  /** From the first to the last. */
  readonly steps: readonly StoredStep[]
  /** The index of the state that the design was in. */
  readonly present: number
}

export const historyVersion = 1

/** More steps of one design are not stored. */
export const mostSteps = 100
/** In characters: own texts of XML and YAML are whole in each step. */
const mostText = 2_000_000

/**
 * What to store of the steps of a design: the newest of them, as many as are allowed.
 *
 * @param now the state that the design is in
 */
export function historyOf(now: Tracked, { past, future }: Steps): StoredHistory {
  const isOfDesign = ({ id }: Tracked) => id === now.id
  // What lies beyond another design is in the history of that.
  const before = past.slice(past.findLastIndex((step) => !isOfDesign(step)) + 1)
  const after = future.slice(future.findLastIndex((step) => !isOfDesign(step)) + 1).reverse()
  const all = [...before, now, ...after]
  const texts = new Set<string>()
  let characters = 0
  let first = all.length
  for (let index = all.length - 1; index >= 0 && all.length - index <= mostSteps; index -= 1) {
    for (const text of textsOf(all[index])) {
      if (!texts.has(text)) characters += text.length
      texts.add(text)
    }
    if (characters > mostText && index < before.length) break
    first = index
  }
  first = Math.min(first, before.length)
  return {
    id: now.id,
    version: historyVersion,
    steps: all.slice(first).map(storedStep),
    present: before.length - first,
  }
}

function textsOf(step: Tracked | undefined): readonly string[] {
  if (step === undefined) return []
  const { specDocument, xmlDocument, drafts } = step
  return [specDocument?.text, xmlDocument?.text, drafts.xml?.text, drafts.yaml?.text].filter(
    (text) => text !== undefined,
  )
}

function storedStep({ design, table, specDocument, xmlDocument, drafts, step, at }: Tracked): StoredStep {
  return {
    design,
    table,
    specDocument: ownText(specDocument),
    xmlDocument: ownText(xmlDocument),
    drafts,
    step,
    at,
  }
}

/** What the text says is read from it again. */
function ownText(own: Tracked['specDocument']): Tracked['specDocument'] {
  return own && { text: own.text, vm: own.vm }
}

/** A stored step, checked; undefined when something in it is not right, as after the page has changed. */
export function readStep(id: string, held: UnknownRecord): Tracked | undefined {
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
    return undefined
  const { step, at } = held
  return {
    id,
    design,
    table,
    specDocument,
    xmlDocument,
    drafts,
    step: typeof step === 'string' ? step : undefined,
    at: typeof at === 'number' ? at : undefined,
  }
}
