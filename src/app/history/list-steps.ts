/** The steps of the design that is open, from the first to the last. */

import type { VmDocumentStore } from '../document/create-vm-document.ts'
import { stepsOf } from '../document/history.ts'
import type { Tracked } from '../document/vm-document.ts'
import { t } from '../words/index.ts'
import { stepName } from './step-name.ts'

export interface ListedStep {
  /** What it did: 'memory 4G → 8G'; of the first one, that it is where the steps begin. */
  readonly name: string
  readonly at: number | undefined
  readonly state: Tracked
  /** How many steps back it is; below zero for what was undone; 0 for the present one. */
  readonly back: number
}

/** @param vm the document of the page */
export function listSteps({ store }: Pick<VmDocumentStore, 'store'>): readonly ListedStep[] {
  const { past, future } = stepsOf({ store })
  const states: readonly Tracked[] = [...past, store.getState(), ...[...future].reverse()]
  return states.map((state, index) => {
    const before = states[index - 1]
    return {
      name: before === undefined ? (state.step ?? t`as it was begun`) : stepName(before, state),
      at: state.at,
      state,
      back: past.length - index,
    }
  })
}

/** Goes to a step of the list, as so many times undo or redo. */
export function goToStep({ undo, redo }: Pick<VmDocumentStore, 'undo' | 'redo'>, back: number): void {
  if (back > 0) undo(back)
  else if (back < 0) redo(-back)
}
