/** Monaco with the few features that a read-only output needs. A chunk of its own: import this file lazily only. */
import { editor } from 'monaco-editor/editor'
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/folding/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/wordOperations/register'
import 'monaco-editor/languages/definitions/shell/register'
import 'monaco-editor/languages/definitions/xml/register'
import 'monaco-editor/languages/definitions/yaml/register'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import { tokenColour } from '../ui/index.ts'
import { minimalEdits } from './minimal-edits.ts'
import type { Language } from './output-files.ts'

Object.assign(globalThis, { MonacoEnvironment: { getWorker: () => new EditorWorker() } })

/** A line with a hint at its end. */
export interface Hint {
  readonly line: number
  /** Markdown; undefined for a line that is only quieter. */
  readonly hover: string | undefined
}

export interface OutputEditor {
  /** Shows a text under an id. The same id again is changed by the lines that differ, and these are marked. */
  readonly show: (id: string, language: Language, text: string, since: string) => void
  /** Lines that the person did not ask for: a shade quieter, some with a `why?`. */
  readonly hint: (hints: readonly Hint[]) => void
  /** The lines of the field that has the focus; the first is brought into view. */
  readonly focusLines: (lines: readonly number[]) => void
  readonly setTheme: (theme: 'light' | 'dark') => void
  readonly dispose: () => void
}

interface Shown {
  readonly model: editor.ITextModel
  lines: readonly string[]
  /** The text that marks are counted from: that of the last copy or download. */
  since: string
  marks: string[]
  hints: string[]
  focus: string[]
}

const freshMs = 400

/** Makes the editor in `host`. `onLine` is told of a click on a line (from 1) that selects nothing. */
export function createOutputEditor(
  host: HTMLElement,
  theme: 'light' | 'dark',
  onLine: (line: number) => void,
): OutputEditor {
  defineTheme(theme)
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
    lineDecorationsWidth: 20,
    lineNumbersMinChars: 3,
    renderLineHighlight: 'none',
    occurrencesHighlight: 'off',
    selectionHighlight: false,
    matchBrackets: 'near',
    bracketPairColorization: { enabled: false },
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
    ariaLabel: 'Output',
    fixedOverflowWidgets: true,
  })
  const models = new Map<string, Shown>()
  let current: Shown | undefined

  view.onMouseUp(({ target }) => {
    const { position } = target
    if (position === null || view.getSelection()?.isEmpty() === false) return
    const onText = target.type === editor.MouseTargetType.CONTENT_TEXT
    const onMargin = target.type === editor.MouseTargetType.GUTTER_LINE_NUMBERS
    if (onText || onMargin) onLine(position.lineNumber)
  })

  const make = (id: string, language: Language, since: string): Shown => {
    const model = editor.createModel(since, language)
    model.setEOL(editor.EndOfLineSequence.LF)
    const shown: Shown = { model, lines: since.split('\n'), since, marks: [], hints: [], focus: [] }
    models.set(id, shown)
    return shown
  }

  return {
    show: (id, language, text, since) => {
      const shown = models.get(id) ?? make(id, language, since)
      update(shown, text)
      if (shown.since !== since || text === since) {
        shown.since = since
        if (text === since) shown.marks = shown.model.deltaDecorations(shown.marks, [])
      }
      if (current === shown) return
      current = shown
      view.setModel(shown.model)
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
      if (first !== undefined) view.revealLineInCenterIfOutsideViewport(first)
    },
    setTheme: (next) => {
      defineTheme(next)
      editor.setTheme(`vmwright-${next}`)
    },
    dispose: () => {
      view.dispose()
      for (const { model } of models.values()) model.dispose()
    },
  }
}

function lineRange(from: number, to = from) {
  return { startLineNumber: from, startColumn: 1, endLineNumber: to, endColumn: 1 }
}

/** Brings a model to `text` by the lines that differ, and marks them. */
function update(shown: Shown, text: string): void {
  const lines = text.split('\n')
  const edits = minimalEdits(shown.lines, lines)
  if (edits.length === 0) return
  const { model } = shown
  const last = shown.lines.length
  model.applyEdits(
    edits.map(({ start, count, lines: added }) => {
      const isEnd = start + count >= last
      // At the end there is no line break behind: the one before is part of the change.
      const range = isEnd
        ? {
            startLineNumber: Math.max(1, start),
            startColumn: start === 0 ? 1 : model.getLineMaxColumn(start),
            endLineNumber: last,
            endColumn: model.getLineMaxColumn(last),
          }
        : lineRange(start + 1, start + count + 1)
      const joined = added.join('\n')
      const text = isEnd
        ? start > 0 && added.length > 0
          ? `\n${joined}`
          : joined
        : added.length > 0
          ? `${joined}\n`
          : ''
      return { range, text }
    }),
  )
  shown.lines = lines
  let shift = 0
  const marks: editor.IModelDeltaDecoration[] = []
  const fresh: editor.IModelDeltaDecoration[] = []
  for (const { start, count, lines: added } of edits) {
    const from = start + shift + 1
    shift += added.length - count
    for (let index = 0; index < added.length; index += 1) {
      const kind = index < count ? 'changed' : 'added'
      marks.push({
        range: lineRange(from + index),
        options: { isWholeLine: true, linesDecorationsClassName: `output-mark output-mark--${kind}` },
      })
      fresh.push({
        range: lineRange(from + index),
        options: { isWholeLine: true, className: 'output-line--fresh' },
      })
    }
  }
  // Marks of lines that are marked again would pile up.
  const again = new Set(marks.map(({ range }) => range.startLineNumber))
  const kept = shown.marks.filter((id) => {
    const range = model.getDecorationRange(id)
    return range !== null && !again.has(range.startLineNumber)
  })
  model.deltaDecorations(
    shown.marks.filter((id) => !kept.includes(id)),
    [],
  )
  shown.marks = [...kept, ...model.deltaDecorations([], marks)]
  const ids = model.deltaDecorations([], fresh)
  setTimeout(() => {
    if (!model.isDisposed()) model.deltaDecorations(ids, [])
  }, freshMs)
}

function hintDecoration(line: number, hover: string | undefined): editor.IModelDeltaDecoration {
  const range = { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 10_000 }
  if (hover === undefined) return { range, options: { inlineClassName: 'output-line--quiet' } }
  return {
    range,
    options: {
      inlineClassName: 'output-line--quiet',
      hoverMessage: { value: hover },
      after: {
        content: '  why?',
        inlineClassName: 'output-why',
        cursorStops: editor.InjectedTextCursorStops.None,
      },
    },
  }
}

/** The page's own colours, read from the tokens of the theme that is shown. */
function defineTheme(theme: 'light' | 'dark'): void {
  const colour = (token: string) => tokenColour(token).slice(1)
  editor.defineTheme(`vmwright-${theme}`, {
    base: theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      { token: '', foreground: colour('--text') },
      { token: 'tag', foreground: colour('--accent') },
      { token: 'metatag', foreground: colour('--accent') },
      { token: 'type', foreground: colour('--accent') },
      { token: 'keyword', foreground: colour('--accent') },
      { token: 'delimiter', foreground: colour('--text-quiet') },
      { token: 'attribute.name', foreground: colour('--text-quiet') },
      { token: 'attribute.value', foreground: colour('--text') },
      { token: 'string', foreground: colour('--text') },
      { token: 'number', foreground: colour('--text') },
      { token: 'variable', foreground: colour('--text-quiet') },
      { token: 'comment', foreground: colour('--text-quiet'), fontStyle: 'italic' },
    ],
    colors: {
      'editor.background': tokenColour('--sunken'),
      'editor.foreground': tokenColour('--text'),
      'editorLineNumber.foreground': tokenColour('--text-off'),
      'editorLineNumber.activeForeground': tokenColour('--text-off'),
      'editor.selectionBackground': tokenColour('--selected-strong'),
      'editor.inactiveSelectionBackground': tokenColour('--selected'),
      'editorCursor.foreground': tokenColour('--accent'),
      'editorWidget.background': tokenColour('--raised'),
      'editorWidget.border': tokenColour('--border'),
      'editorHoverWidget.background': tokenColour('--raised'),
      'editorHoverWidget.border': tokenColour('--border'),
      'editor.findMatchBackground': tokenColour('--selected-strong'),
      'editor.findMatchHighlightBackground': tokenColour('--selected'),
      'editorBracketMatch.background': tokenColour('--selected'),
      'editorBracketMatch.border': tokenColour('--border'),
      'scrollbarSlider.background': `${tokenColour('--border-control')}55`,
      'scrollbarSlider.hoverBackground': `${tokenColour('--border-control')}88`,
      'scrollbarSlider.activeBackground': `${tokenColour('--border-control')}aa`,
      focusBorder: tokenColour('--accent'),
    },
  })
}
