/**
 * The one document of the page: the design that is being made, the host that it is for, and where the person is.
 * Everything on the page is drawn from it; only what is being typed and not yet right lives in a field of its own.
 */
import { useStore } from 'zustand'
import { ownValue } from '../core/index.ts'
import { formatPath, type Path, startsWith, valueAt } from './core.ts'
import { createVmDocument } from './document/create-vm-document.ts'
import { nextOf } from './document/history.ts'
import type { VmDocument } from './document/vm-document.ts'
import { stepName, useStepWords } from './history/step-name.ts'
import type { SpecPath } from './spec-path.ts'
import { startingDesign } from './starting-design.ts'

/** The document of this page. */
export const vmDocument = createVmDocument(startingDesign)

/** Reads from the document and draws again only when what was read is another value. */
export function useVmDocument<T>(select: (state: VmDocument) => T): T {
  return useStore(vmDocument.store, select)
}

/** The value at a path of the spec. */
export function useSpecValue<V>(path: SpecPath<V>): V | undefined
export function useSpecValue(path: Path): unknown
export function useSpecValue(path: Path): unknown {
  return useStore(vmDocument.store, (state) => valueAt(state.design.spec, path))
}

/** True when something at one of the paths is said. */
export function useIsSaid(paths: readonly Path[]): boolean {
  return useStore(vmDocument.store, (state) =>
    paths.some((path) => valueAt(state.design.spec, path) !== undefined),
  )
}

/** The index of the device whose form is open. */
export function useSelectedDevice(listPath: Path): number | undefined {
  const key = formatPath(listPath)
  return useStore(vmDocument.store, (state) => ownValue(state.selection.devices, key))
}

/** What undo would take back and what redo would bring again, as labels; undefined when there is nothing. */
export function useHistory(): { readonly undo: string | undefined; readonly redo: string | undefined } {
  const before = useStore(vmDocument.store.temporal, (history) => nextOf(history.pastStates))
  const next = useStore(vmDocument.store.temporal, (history) => nextOf(history.futureStates))
  useStepWords(before !== undefined || next !== undefined)
  return {
    undo: useVmDocument((state) => before && stepName(before, state)),
    redo: useVmDocument((state) => next && stepName(state, next)),
  }
}

/** The field that is to be brought into view, when it is at one of the paths or below; else undefined. */
export function useWantedAmong(paths: readonly Path[]): Path | undefined {
  return useStore(vmDocument.store, ({ wanted }) =>
    wanted !== undefined && paths.some((path) => startsWith(wanted, path)) ? wanted : undefined,
  )
}
