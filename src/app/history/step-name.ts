/** What a step did, in words. What finds the words is loaded after the first step, and the label stands until then. */

import { useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Tracked } from '../document/vm-document.ts'
import { t } from '../words/index.ts'

type FindWords = (before: Tracked, after: Tracked) => string | undefined

const store = createStore<{ readonly words: FindWords | undefined }>()(() => ({ words: undefined }))

/** What the change of a field is labelled with, before the words for it are found. */
const isOfField = (step: string) => step.startsWith('change ')

/** As the undo button says it: 'memory 4G → 8G', 'add share'. */
export function stepName(before: Tracked, after: Tracked): string {
  const { step = t`the last step` } = after
  return (isOfField(step) ? store.getState().words?.(before, after) : undefined) ?? step
}

/** Has the words for steps loaded, and the component drawn again with them. */
export function useStepWords(isWanted: boolean): void {
  const words = useStore(store, (state) => state.words)
  useEffect(() => {
    if (isWanted && words === undefined)
      import('./step-words.ts').then(
        ({ stepWords }) => store.setState({ words: stepWords }),
        // The labels say enough.
        () => undefined,
      )
  }, [isWanted, words])
}
