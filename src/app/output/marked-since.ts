/** The text of each output as it was last copied or downloaded: what changed since is marked. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { ownValue } from '../../core/index.ts'
import { renderedStore } from '../render/index.ts'
import { vmDocument } from '../store.ts'
import { type OutputFile, outputFiles } from './output-files.ts'

const store = createStore<Readonly<Record<string, string>>>()(() => ({}))

let opened = vmDocument.store.getState().opened

// What is rendered first of a file, and of another design, is what nothing was changed of.
renderedStore.subscribe(({ rendered }) => {
  const now = vmDocument.store.getState().opened
  const isAnother = now !== opened
  opened = now
  const since = isAnother ? {} : store.getState()
  const first = outputFiles(rendered).filter(
    ({ id, text, isOld }) => text !== '' && isOld !== true && ownValue(since, id) === undefined,
  )
  if (isAnother || first.length > 0)
    store.setState({ ...since, ...Object.fromEntries(first.map(({ id, text }) => [id, text])) }, true)
})

/** Counts the marks of a file from its present text. */
export function markClean({ id, text }: Pick<OutputFile, 'id' | 'text'>): void {
  store.setState({ [id]: text })
}

/** The text that the marks of a file are counted from. */
export function useMarkedSince({ id, text }: OutputFile): string {
  return useStore(store, (since) => ownValue(since, id) ?? text)
}
