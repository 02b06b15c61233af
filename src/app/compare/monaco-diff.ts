/** Monaco's diff of two texts. It comes with Monaco: import this file lazily only. */

import { editor } from 'monaco-editor/editor'
import { t } from '../words/index.ts'
import 'monaco-editor/languages/definitions/xml/register'
import { defineTheme } from '../output/editor-theme.ts'
import { setMonacoWorker } from '../output/monaco-worker.ts'
import type { ShownTheme } from '../ui/index.ts'

setMonacoWorker()

export interface XmlDiffView {
  readonly show: (before: string, after: string) => void
  readonly setTheme: (theme: ShownTheme) => void
  readonly dispose: () => void
}

/** Makes it in `host`: side by side where there is room, else one below the other. */
export function createXmlDiff(host: HTMLElement, theme: ShownTheme): XmlDiffView {
  defineTheme(theme)
  const view = editor.createDiffEditor(host, {
    readOnly: true,
    domReadOnly: true,
    originalEditable: false,
    automaticLayout: true,
    useInlineViewWhenSpaceIsLimited: true,
    renderSideBySideInlineBreakpoint: 700,
    hideUnchangedRegions: { enabled: true },
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    contextmenu: false,
    renderOverviewRuler: false,
    renderLineHighlight: 'none',
    lineNumbersMinChars: 3,
    glyphMargin: false,
    stickyScroll: { enabled: false },
    fontSize: 13,
    lineHeight: 19,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-code'),
    theme: `vmwright-${theme}`,
    autoDetectHighContrast: false,
    originalAriaLabel: t`XML of the other VM`,
    modifiedAriaLabel: t`XML of this design`,
    tabFocusMode: true,
  })
  const original = editor.createModel('', 'xml')
  const modified = editor.createModel('', 'xml')
  view.setModel({ original, modified })
  return {
    show: (before, after) => {
      original.setValue(before)
      modified.setValue(after)
    },
    setTheme: (next) => {
      defineTheme(next)
      editor.setTheme(`vmwright-${next}`)
    },
    dispose: () => {
      view.dispose()
      original.dispose()
      modified.dispose()
    },
  }
}
