/** Monaco with the few features that the outputs need. A chunk of its own: import this file lazily only. */

import { editor, KeyCode, KeyMod, MarkerSeverity } from 'monaco-editor/editor'
import { t } from '../words/index.ts'
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/folding/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/wordOperations/register'
import 'monaco-editor/languages/definitions/hcl/register'
import 'monaco-editor/languages/definitions/ini/register'
import 'monaco-editor/languages/definitions/shell/register'
import 'monaco-editor/languages/definitions/xml/register'
import 'monaco-editor/languages/definitions/yaml/register'
import type { Finding } from '../core.ts'
import type { ShownTheme } from '../ui/index.ts'
import { offerFixes, provideFixes } from './editor-fixes.ts'
import { helpIn, provideHelp } from './editor-providers.ts'
import { defineTheme } from './editor-theme.ts'
import { setMonacoWorker } from './monaco-worker.ts'
import type { Language } from './output-files.ts'
import type { Standing } from './PlainText.tsx'
import {
  hintDecoration,
  isWhy,
  lineRange,
  linesIn,
  markTyped,
  type Shown,
  update,
  whyClass,
} from './shown-text.ts'

setMonacoWorker()

/** A line with a hint at its end. */
export interface Hint {
  readonly line: number
  /** Markdown; undefined for a line that is only quieter. */
  readonly hover: string | undefined
}

/** A text to show. */
export interface ShownFile {
  readonly id: string
  readonly language: Language
  readonly text: string
  /** The text that marks are counted from. */
  readonly since: string
  /** What it is, for those who do not see it. */
  readonly label: string
  readonly isEditable: boolean
}

/** What the editor tells. */
export interface EditorEvents {
  /** A click on a line (from 1) that selects nothing; on the line's number when `onNumber`. */
  readonly onLine: (line: number, onNumber: boolean) => void
  /** A finger tapped a line (from 1). */
  readonly onTap: (line: number) => void
  /** The person changed an editable text. */
  readonly onType: (id: string, text: string) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
  /** The key of the page that Monaco would take for the first of two. */
  readonly onPalette: () => void
}

export interface OutputEditor {
  /** Shows a text. The same id again is changed by the lines that differ, and these are marked. */
  readonly show: (file: ShownFile) => void
  /** Marks the places of findings in the text that is shown. */
  readonly markFindings: (findings: readonly Finding[]) => void
  /** Puts the caret at a place, and the focus into the editor. */
  readonly goTo: (line: number, column: number) => void
  /** Lines that the person did not ask for: a shade quieter, some with a `why?`. */
  readonly hint: (hints: readonly Hint[]) => void
  /** The lines of the field that has the focus; the first is brought into view. */
  readonly focusLines: (lines: readonly number[]) => void
  readonly setTheme: (theme: ShownTheme) => void
  /** Goes on where the person was in the plain text of the same file. */
  readonly takeOver: (standing: Standing) => void
  readonly dispose: () => void
}

/** The caret has come to a line and stays there. */
const restsAfterMs = 600

/** Makes the editor in `host`. */
export function createOutputEditor(host: HTMLElement, theme: ShownTheme, events: EditorEvents): OutputEditor {
  defineTheme(theme)
  provideHelp()
  provideFixes()
  const view = editor.create(host, {
    model: null,
    readOnly: true,
    domReadOnly: true,
    automaticLayout: true,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    contextmenu: false,
    links: false,
    folding: true,
    showFoldingControls: 'mouseover',
    glyphMargin: false,
    lightbulb: { enabled: editor.ShowLightbulbIconMode.On },
    lineDecorationsWidth: 20,
    lineNumbersMinChars: 3,
    renderFinalNewline: 'off',
    // The command line is not edited here, and what QEMU lacks is marked on its lines all the same.
    renderValidationDecorations: 'on',
    renderLineHighlight: 'none',
    renderWhitespace: 'none',
    selectOnLineNumbers: false,
    occurrencesHighlight: 'off',
    selectionHighlight: false,
    matchBrackets: 'near',
    guides: { indentation: false },
    stickyScroll: { enabled: false },
    unicodeHighlight: { ambiguousCharacters: false },
    overviewRulerLanes: 0,
    hideCursorInOverviewRuler: true,
    scrollbar: { useShadows: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
    padding: { top: 8, bottom: 8 },
    fontSize: 13,
    lineHeight: 19,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-code'),
    theme: `vmwright-${theme}`,
    // Its own theme for high contrast takes the place of ours, which has the colours of the system already.
    autoDetectHighContrast: false,
    ariaLabel: t`Output`,
    fixedOverflowWidgets: true,
    tabSize: 2,
    insertSpaces: true,
    detectIndentation: false,
    autoIndent: 'advanced',
    wordBasedSuggestions: 'off',
    quickSuggestions: { other: true, strings: true, comments: false },
    suggest: { showWords: false, showStatusBar: false, snippetsPreventQuickSuggestions: false },
    formatOnPaste: false,
    // Tab leads on through the page, as in a field; Ctrl+] indents.
    tabFocusMode: true,
  })
  const models = new Map<string, Shown>()
  let current: Shown | undefined

  const isExplained = (line: number) =>
    view
      .getModel()
      ?.getLineDecorations(line)
      .some(({ options }) => isWhy(options)) === true
  /** Tells why the line of the caret is there; with the focus, which Escape gives back. */
  const explainLine = (withFocus: boolean) => {
    const line = view.getPosition()?.lineNumber
    if (line === undefined || !isExplained(line)) return
    const focus = withFocus ? 'autoFocusImmediately' : 'noAutoFocus'
    view.trigger('vmwright', 'editor.action.showHover', { focus })
  }
  let resting: ReturnType<typeof setTimeout> | undefined
  view.onDidChangeCursorPosition(({ source }) => {
    clearTimeout(resting)
    if (source === 'keyboard') resting = setTimeout(() => explainLine(false), restsAfterMs)
  })

  const isOnWhy = ({ clientX, clientY }: MouseEvent) =>
    document.elementFromPoint(clientX, clientY)?.classList.contains(whyClass) === true
  let touched: PointerEvent | undefined
  host.addEventListener('pointerdown', (event) => {
    touched = event
  })
  // Of a tap Monaco tells nothing; it puts the caret there, which would close what is shown before.
  host.addEventListener('pointerup', (event) => {
    const position = view.getTargetAtClientPoint(event.clientX, event.clientY)?.position
    if (position == null) return
    if (touched !== undefined && isTap(touched, event)) events.onTap(position.lineNumber)
    if (!isOnWhy(event)) return
    setTimeout(() => {
      view.setPosition(position)
      explainLine(false)
    })
  })
  view.onMouseUp(({ target, event }) => {
    if (isOnWhy(event.browserEvent)) return
    const { position } = target
    const onText =
      target.type === editor.MouseTargetType.CONTENT_TEXT ||
      (target.type === editor.MouseTargetType.CONTENT_EMPTY && !target.detail.isAfterLines)
    const onMargin = target.type === editor.MouseTargetType.GUTTER_LINE_NUMBERS
    if (position === null || (onText && view.getSelection()?.isEmpty() === false)) return
    if (onText || onMargin) events.onLine(position.lineNumber, onMargin)
  })
  // One history for the page: what was typed here is a step among those of the form.
  view.addCommand(KeyMod.CtrlCmd | KeyCode.KeyZ, events.onUndo)
  view.addCommand(KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyZ, events.onRedo)
  view.addCommand(KeyMod.CtrlCmd | KeyCode.KeyY, events.onRedo)

  view.addCommand(KeyMod.CtrlCmd | KeyCode.KeyK, events.onPalette)
  view.addCommand(KeyCode.F1, () => explainLine(true))

  const make = ({ id, language, since, isEditable }: ShownFile): Shown => {
    const model = editor.createModel(since, language)
    // What the editor is told of them does not reach its models.
    model.updateOptions({
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    })
    if (isEditable) helpIn(model)
    const shown: Shown = {
      model,
      lines: linesIn(since),
      since,
      isOurs: false,
      marks: [],
      hints: [],
      focus: [],
    }
    model.onDidChangeContent(({ changes }) => {
      if (shown.isOurs) return
      shown.lines = model.getLinesContent()
      markTyped(shown, changes)
      events.onType(id, model.getValue())
    })
    models.set(id, shown)
    return shown
  }

  return {
    show: (file) => {
      const { id, text, since, isEditable, label } = file
      const shown = models.get(id) ?? make(file)
      update(shown, text)
      if (shown.since !== since || text === since) {
        shown.since = since
        if (text === since) shown.marks = shown.model.deltaDecorations(shown.marks, [])
      }
      if (current === shown) return
      current = shown
      view.setModel(shown.model)
      view.updateOptions({ readOnly: !isEditable, domReadOnly: !isEditable, ariaLabel: label })
    },
    markFindings: (findings) => {
      if (current === undefined) return
      const { model } = current
      const marked = findings.map((finding) => ({ finding, marker: markerOf(model)(finding) }))
      editor.setModelMarkers(
        model,
        'vmwright',
        marked.map(({ marker }) => marker),
      )
      offerFixes(model, marked)
    },
    goTo: (line, column) => {
      view.setPosition({ lineNumber: line, column })
      view.revealLineInCenterIfOutsideViewport(line)
      view.focus()
    },
    hint: (hints) => {
      if (current === undefined) return
      current.hints = current.model.deltaDecorations(
        current.hints,
        hints.map(({ line, hover }) => hintDecoration(line, hover)),
      )
    },
    focusLines: (lines) => {
      if (current === undefined) return
      current.focus = current.model.deltaDecorations(
        current.focus,
        lines.map((line) => ({
          range: lineRange(line),
          options: { isWholeLine: true, className: 'output-line--focus' },
        })),
      )
      const first = lines[0]
      if (first !== undefined && !view.hasTextFocus()) view.revealLineInCenterIfOutsideViewport(first)
    },
    setTheme: (next) => {
      defineTheme(next)
      editor.setTheme(`vmwright-${next}`)
    },
    takeOver: ({ hasFocus, scrollTop, scrollLeft, selected }) => {
      const model = view.getModel()
      if (model !== null && selected !== undefined) {
        const from = model.getPositionAt(selected.start)
        const to = model.getPositionAt(selected.end)
        view.setSelection({
          startLineNumber: from.lineNumber,
          startColumn: from.column,
          endLineNumber: to.lineNumber,
          endColumn: to.column,
        })
      }
      view.setScrollPosition({ scrollTop, scrollLeft })
      if (hasFocus) view.focus()
    },
    dispose: () => {
      clearTimeout(resting)
      view.dispose()
      for (const { model } of models.values()) model.dispose()
    },
  }
}

/** A finger that scrolls moves, and one that selects stays. */
function isTap(down: PointerEvent, up: PointerEvent): boolean {
  const way = Math.hypot(up.clientX - down.clientX, up.clientY - down.clientY)
  return up.pointerType === 'touch' && way < 10 && up.timeStamp - down.timeStamp < 500
}

const markerSeverity = {
  error: MarkerSeverity.Error,
  warning: MarkerSeverity.Warning,
  advice: MarkerSeverity.Info,
} as const

function markerOf(model: editor.ITextModel) {
  return ({ message, position, severity }: Finding): editor.IMarkerData => {
    const line = Math.min(position?.line ?? 1, model.getLineCount())
    const column = Math.min(position?.column ?? 1, model.getLineMaxColumn(line))
    const endLine = Math.min(position?.endLine ?? line, model.getLineCount())
    const word = model.getWordAtPosition({ lineNumber: line, column })
    return {
      message,
      severity: markerSeverity[severity],
      startLineNumber: line,
      startColumn: column,
      endLineNumber: endLine,
      endColumn: position?.endColumn ?? word?.endColumn ?? column + 1,
    }
  }
}
