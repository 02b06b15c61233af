/** What is done with the outputs and what was found. */

import { openDialog } from '../dialogs.ts'
import { goToFindings, goToOutputOrBack } from '../output/go-to-output.ts'
import { renderedStore } from '../render/index.ts'
import { vmDocument } from '../store.ts'
import { announce } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { type Action, always } from './action.ts'

export const goToOutput: Action = {
  id: 'output',
  label: t`To the output, and back to the form`,
  icon: 'code',
  shortcut: 'F6',
  when: always,
  perform: goToOutputOrBack,
}

export const showFindings: Action = {
  id: 'findings',
  label: t`Show the findings`,
  icon: 'warning',
  when: () => (renderedStore.getState().rendered.findings.length > 0 ? undefined : t`There are no findings`),
  perform: goToFindings,
}

/** All fixes that need no decision, in one step that undo takes back. */
export const fixAllSafe: Action = {
  id: 'fix-all',
  label: t`Fix all safe ones`,
  icon: 'fix',
  when: () =>
    renderedStore.getState().rendered.safeFix === undefined
      ? t`No finding has a fix that needs no decision`
      : undefined,
  perform: () => {
    const { safeFix } = renderedStore.getState().rendered
    if (safeFix === undefined) return
    vmDocument.applyFix(safeFix)
    announce(safeFix.title)
  },
}

export const askWhyItFailed: Action = {
  id: 'why',
  label: t`Why did it fail?`,
  icon: 'info',
  when: always,
  perform: () => openDialog({ kind: 'why' }),
}
