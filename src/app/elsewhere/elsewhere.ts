/** Which format of others is shown, and the design in it: written anew with each change while somebody looks. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type TargetId, writtenTargetIds } from '../../core/target-ids.ts'
import { renderedStore, whyNot } from '../render/index.ts'
import { readStored, writeStored } from '../ui/index.ts'
import type { WrittenElsewhere } from './target-jobs.ts'
import { targetWorker } from './target-worker.ts'

export interface Elsewhere {
  readonly id: TargetId
  /** The words for the options of the target, where another than the usual one was chosen. */
  readonly choices: Readonly<Record<string, string>>
  /** The name of the file that is shown; the main one when undefined. */
  readonly file: string | undefined
  /** The last that was written, which may be of an earlier design; undefined until something of this target was. */
  readonly written: WrittenElsewhere | undefined
  /** Why the present design is not written, as a sentence. */
  readonly failure: string | undefined
}

const targetKey = 'output.target'

const nothing = { choices: {}, file: undefined, written: undefined, failure: undefined }

const store = createStore<Elsewhere>()(() => {
  const stored = readStored(targetKey)
  return { ...nothing, id: writtenTargetIds.find((id) => id === stored) ?? 'terraform' }
})

export function useElsewhere(): Elsewhere {
  return useStore(store)
}

export function chooseTarget(id: TargetId): void {
  if (id === store.getState().id) return
  writeStored(targetKey, id)
  store.setState({ ...nothing, id })
  void write()
}

export function chooseOption(name: string, word: string): void {
  const { choices } = store.getState()
  store.setState({ choices: { ...choices, [name]: word } })
  void write()
}

export function showTargetFile(file: string): void {
  store.setState({ file })
}

/** Writes now what could not be written. */
export function writeAgain(): void {
  void write()
}

/** What is being written, or was asked for meanwhile: one at a time, and of several changes the last. */
let present: Promise<void> | undefined
let isAskedAgain = false

async function write(): Promise<void> {
  isAskedAgain = true
  present ??= writeAll()
  await present
}

async function writeAll(): Promise<void> {
  while (isAskedAgain) {
    isAskedAgain = false
    const { id, choices } = store.getState()
    const { design, host } = renderedStore.getState().rendered
    const outcome = await targetWorker.ask('write', { id, design, host, choices })
    // Of another target nothing is shown any more.
    if (store.getState().id !== id) continue
    if (outcome.kind === 'done') store.setState({ written: outcome.answer, failure: undefined })
    else store.setState({ failure: whyNot(outcome) })
  }
  present = undefined
}

/** Writes the design as it is, and each change of it, until the returned function is called. */
export function followElsewhere(): () => void {
  void write()
  return renderedStore.subscribe(({ rendered }, { rendered: before }) => {
    if (rendered.design !== before.design || rendered.host !== before.host) void write()
  })
}

/** The present design in the format that is shown; undefined when it can't be written. */
export async function whenWrittenElsewhere(): Promise<WrittenElsewhere | undefined> {
  await write()
  const { written, failure } = store.getState()
  return failure === undefined ? written : undefined
}
