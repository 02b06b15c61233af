/** The ways from the form to the output and back, by key or by an action. */

import { targetOf } from '../core.ts'
import { isNarrow, openedSheet, setFindingsOpen, setSheet } from '../layout/index.ts'
import { renderedStore } from '../render/index.ts'
import { focusWhenThere } from '../ui/index.ts'
import { findingsOfTab, tabOf } from './findings-of-tab.ts'
import type { TabId } from './output-files.ts'
import { setShownTab, shownTab } from './shown-tab.ts'

/** Where the person was before. */
let left: HTMLElement | undefined

/** From anywhere into the text of the output; from the output to where the person was before. */
export function goToOutputOrBack(): void {
  const isThere = document.activeElement?.closest('.output') != null
  if (isNarrow()) setSheet(openedSheet() === 'output' ? undefined : 'output')
  else if (isThere) goBack()
  else goToOutput()
}

/** Shows one of the outputs, with the focus on its tab. */
export function showTab(tab: TabId): void {
  setShownTab(tab)
  if (isNarrow()) setSheet('output')
  focusWhenThere('.output [role="tab"][aria-selected="true"]')
}

/** Unfolds what was found, with the focus on the first of it. */
export function goToFindings(): void {
  // What the header counts is about who runs the design; the list, about what its tab is for.
  const { rendered } = renderedStore.getState()
  if (findingsOfTab(rendered, shownTab()).about !== undefined) setShownTab(tabOf[targetOf(rendered.design)])
  setFindingsOpen(true)
  if (isNarrow()) setSheet('output')
  focusWhenThere('.output-pane__list button', '.output-pane__summary', '.output [aria-selected="true"]')
}

function goToOutput(): void {
  if (document.activeElement instanceof HTMLElement) left = document.activeElement
  focusWhenThere(
    '.output .monaco-editor [role="textbox"]',
    '.output .text-view__plain',
    '.output [aria-selected="true"]',
  )
}

function goBack(): void {
  if (left?.isConnected === true && left !== document.body) left.focus()
  else document.getElementById('part')?.focus()
}
