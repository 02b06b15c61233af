/** Which panes are open: the sheets of a small window, and the list of what was found below the outputs. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { readStored, writeStored } from '../ui/stored.ts'

export type SheetName = 'rail' | 'output'

interface Panes {
  readonly sheet: SheetName | undefined
  readonly findings: boolean
}

const findingsKey = 'output.findings'

const store = createStore<Panes>()(() => ({
  sheet: undefined,
  findings: readStored(findingsKey) !== 'false',
}))

/** Opens a sheet in place of the other one; undefined closes the one that is open. */
export function setSheet(sheet: SheetName | undefined): void {
  store.setState({ sheet })
}

/** Unfolds or folds the list of findings, which is remembered. */
export function setFindingsOpen(findings: boolean): void {
  store.setState({ findings })
  writeStored(findingsKey, String(findings))
}

export function usePanes(): Panes {
  return useStore(store)
}

/** The sheet that is open; its pane is beside the form instead where the window is wide enough. */
export function openedSheet(): SheetName | undefined {
  return store.getState().sheet
}
