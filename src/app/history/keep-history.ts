/** The steps of undo outlive the page: they stand in the database, beside the design. Import this file lazily. */
import { isRecord } from '../core.ts'
import { withDatabase } from '../designs/database.ts'
import { historyOf, historyVersion, readStep } from '../designs/stored-history.ts'
import type { VmDocumentStore } from '../document/create-vm-document.ts'
import { stepsOf } from '../document/history.ts'
import type { Tracked } from '../document/vm-document.ts'
import { takenStep } from '../keep/present-work.ts'
import { contentOf } from '../keep/stored-work.ts'

/** The designs whose stored steps are in the document's history. */
const restored = new Set<string>()

/** What was written last. */
let written: (Pick<Tracked, 'id' | 'design'> & { readonly steps: unknown }) | undefined

/** Stores the steps of the design that is open, those of before this page first brought back. */
export async function keepHistory(vm: VmDocumentStore): Promise<void> {
  const { id } = vm.store.getState()
  if (!restored.has(id)) await restoreHistory(vm)
  const now = vm.store.getState()
  const { pastStates: steps } = vm.store.temporal.getState()
  // What another tab does stands in the history that it writes itself.
  if (now.id !== id || now.step === takenStep) return
  if (written?.steps === steps && written.id === id && written.design === now.design) return
  const history = historyOf(now, stepsOf(vm))
  if (history.steps.length === 1) return
  await withDatabase((db) => db.put('histories', history))
  written = { steps, id, design: now.design }
}

/**
 * Brings back the steps of the design that is open, before those of this page.
 *
 * @param isAlone true to leave out what was open before it
 */
export async function restoreHistory(vm: VmDocumentStore, isAlone = false): Promise<void> {
  const { id } = vm.store.getState()
  const held: unknown = await withDatabase((db) => db.get('histories', id))
  const read = await readHistory(id, held)
  const now = vm.store.getState()
  if (now.id !== id) return
  restored.add(id)
  const { past, future } = stepsOf(vm)
  const others = past.findLastIndex((step) => step.id !== id) + 1
  const before = isAlone ? [] : past.slice(0, others)
  const mine = past.slice(others)
  const first = mine[0] ?? now
  // A page that was left in haste may not have stored its last steps.
  const isWhole = read.present !== undefined && contentOf(read.present) === contentOf(first)
  const stored = isWhole ? read.past : [...read.past, ...(read.present === undefined ? [] : [read.present])]
  if (stored.length === 0 && !isAlone && !isWhole) return
  const known = isWhole && read.present !== undefined ? { step: read.present.step, at: read.present.at } : {}
  const [, ...later] = mine
  vm.replaceSteps(
    [...before, ...stored, ...(mine.length === 0 ? [] : [{ ...first, ...known }, ...later])],
    isWhole && mine.length === 0 && future.length === 0 ? read.future : future,
  )
  if (mine.length === 0 && isWhole) vm.amend(known)
}

interface ReadHistory {
  readonly past: readonly Tracked[]
  readonly present: Tracked | undefined
  /** The next one last, as zundo has it. */
  readonly future: readonly Tracked[]
}

/** Checks what is stored, a step at a time, so that the page stays at hand meanwhile. */
async function readHistory(id: string, held: unknown): Promise<ReadHistory> {
  const nothing = { past: [], present: undefined, future: [] }
  if (!isRecord(held) || held['version'] !== historyVersion || !Array.isArray(held['steps'])) return nothing
  const at = held['present']
  const past: Tracked[] = []
  const future: Tracked[] = []
  let present: Tracked | undefined
  for (const [index, one] of held['steps'].entries()) {
    const step = isRecord(one) ? readStep(id, one) : undefined
    if (step === undefined) continue
    if (index === at) present = step
    else if (present === undefined) past.push(step)
    else future.unshift(step)
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { past, present, future }
}
