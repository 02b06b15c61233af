/** The steps of undo outlive the page: they stand in the database, beside the design. Import this file lazily. */
import { type Design, isRecord } from '../core.ts'
import { withDatabase } from '../designs/database.ts'
import { historyOf, historyVersion, readStep, type StoredHistory } from '../designs/stored-history.ts'
import type { VmDocumentStore } from '../document/create-vm-document.ts'
import { stepsOf } from '../document/history.ts'
import type { Tracked } from '../document/vm-document.ts'
import { readKept } from '../keep/kept-designs.ts'
import { takenStep } from '../keep/present-work.ts'
import { contentOf } from '../keep/stored-work.ts'

/** The designs whose stored steps are in the document's history. */
const restored = new Set<string>()

/** What was written last of each design, by its id. */
const written = new Map<string, { readonly design: Design; readonly steps: unknown }>()

/** Stores the steps of the design that is open, those of before this page first brought back, and of those left for it. */
export async function keepHistory(vm: VmDocumentStore): Promise<void> {
  await keepLeft(vm)
  const { id } = vm.store.getState()
  if (!restored.has(id)) await restoreHistory(vm)
  const now = vm.store.getState()
  const { pastStates: steps } = vm.store.temporal.getState()
  // What another tab does stands in the history that it writes itself.
  if (now.id !== id || now.step === takenStep) return
  const before = written.get(id)
  if (before?.steps === steps && before.design === now.design) return
  await write(historyOf(now, stepsOf(vm)), now.design, steps)
}

async function write(history: StoredHistory, design: Design, steps: unknown): Promise<void> {
  if (history.steps.length === 1) return
  await withDatabase((db) => db.put('histories', history))
  written.set(history.id, { design, steps })
}

/** A design may be left for another before it was quiet long enough to be stored: its steps lie before those of the other. */
async function keepLeft(vm: VmDocumentStore): Promise<void> {
  const { past } = stepsOf(vm)
  const after = [...past.slice(1), vm.store.getState()]
  const left = past.flatMap((step, index) => (step.id === after[index]?.id ? [] : [{ step, index }]))
  for (const { step, index } of left) {
    if (step.step === takenStep || written.get(step.id)?.design === step.design) continue
    if (!(await isKept(step.id))) continue
    const before = past.slice(0, index)
    const mine = [...before.slice(before.findLastIndex(({ id }) => id !== step.id) + 1), step]
    const stored = restored.has(step.id) ? [] : (await readBefore(mine, step.id)).stored
    await write(
      historyOf(step, { past: [...stored, ...mine.slice(0, -1)], future: [] }),
      step.design,
      undefined,
    )
  }
}

/** False for one that was deleted since: undo brings it back, and nothing else may. */
async function isKept(id: string): Promise<boolean> {
  return readKept(id) !== undefined || (await withDatabase((db) => db.getKey('designs', id))) !== undefined
}

/** What is stored of a design, and what of it lies before the steps of this page. */
async function readBefore(mine: readonly Tracked[], id: string) {
  const held: unknown = await withDatabase((db) => db.get('histories', id))
  const read = await readHistory(id, held)
  const { past, present } = read
  // A page that was left in haste may not have stored its last steps.
  const [first] = mine
  const isWhole = present !== undefined && first !== undefined && contentOf(present) === contentOf(first)
  const stored = isWhole || present === undefined ? past : [...past, present]
  return { read, isWhole, stored }
}

/**
 * Brings back the steps of the design that is open, before those of this page.
 *
 * @param isAlone true to leave out what was open before it
 */
export async function restoreHistory(vm: VmDocumentStore, isAlone = false): Promise<void> {
  const { id } = vm.store.getState()
  const ownSteps = () => {
    const { past, future } = stepsOf(vm)
    const others = past.findLastIndex((step) => step.id !== id) + 1
    return { before: isAlone ? [] : past.slice(0, others), mine: past.slice(others), future }
  }
  const { read, isWhole, stored } = await readBefore([...ownSteps().mine, vm.store.getState()], id)
  const now = vm.store.getState()
  if (now.id !== id) return
  restored.add(id)
  const { before, mine, future } = ownSteps()
  const first = mine[0] ?? now
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
