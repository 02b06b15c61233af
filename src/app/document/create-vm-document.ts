import type { Design } from '../core.ts'
import { editsOf } from './edits.ts'
import { createHistory } from './history.ts'
import { hostFactsOf } from './host.ts'
import { selectionOf } from './selection.ts'
import { textsOf } from './texts.ts'

/**
 * Makes a document with its history. The page has one (`vmDocument`); tests make their own.
 *
 * @param now the time in milliseconds, by which changes that follow each other are one step
 */
export function createVmDocument(design: Design, now: () => number = () => performance.now()) {
  const history = createHistory(design, now)
  const { store, amend, undo, redo, replaceSteps } = history
  const selection = selectionOf(history)
  return {
    store,
    ...editsOf(history, selection),
    ...textsOf(history),
    ...hostFactsOf(history),
    ...selection,
    amend,
    undo,
    redo,
    replaceSteps,
  }
}

export type VmDocumentStore = ReturnType<typeof createVmDocument>
