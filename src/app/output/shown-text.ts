/** The texts in the editor: brought to what the page says by the lines that differ, and marked. */

import { editor } from 'monaco-editor/editor'
import { t } from '../words/index.ts'
import { minimalEdits } from './minimal-edits.ts'

/** A text in the editor, with what is marked in it. */
export interface Shown {
  readonly model: editor.ITextModel
  lines: readonly string[]
  /** True while the page changes the text, and not the person. */
  isOurs: boolean
  /** The text that marks are counted from: that of the last copy or download. */
  since: string
  marks: string[]
  hints: string[]
  focus: string[]
}

const freshMs = 400

/** The lines of a text, however they end. */
export function linesIn(text: string): readonly string[] {
  return text.split(/\r?\n/)
}

/** Marks the lines that a person typed, as those that a form changed. */
export function markTyped(shown: Shown, changes: readonly editor.IModelContentChange[]): void {
  const marks = changes.flatMap(({ range, text }) =>
    linesIn(text).map((_, index) => markDecoration(range.startLineNumber + index, 'changed')),
  )
  addMarks(shown, marks.slice(0, mostTypedMarks))
}

/** A whole document that is pasted is not marked line by line. */
const mostTypedMarks = 200

/** From the beginning of one line to that of another. */
export function lineRange(from: number, to = from) {
  return { startLineNumber: from, startColumn: 1, endLineNumber: to, endColumn: 1 }
}

/** Brings a model to `text` by the lines that differ, and marks them. */
export function update(shown: Shown, text: string): void {
  const { model } = shown
  const lines = linesIn(text)
  shown.isOurs = true
  const isCrLf = text.includes('\r\n')
  if (isCrLf !== (model.getEOL() === '\r\n'))
    model.setEOL(isCrLf ? editor.EndOfLineSequence.CRLF : editor.EndOfLineSequence.LF)
  shown.isOurs = false
  const edits = minimalEdits(shown.lines, lines)
  if (edits.length === 0) return
  shown.isOurs = true
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
  shown.isOurs = false
  shown.lines = lines
  let shift = 0
  const marks: editor.IModelDeltaDecoration[] = []
  const fresh: editor.IModelDeltaDecoration[] = []
  for (const { start, count, lines: added } of edits) {
    const from = start + shift + 1
    shift += added.length - count
    for (let index = 0; index < added.length; index += 1) {
      const kind = index < count ? 'changed' : 'added'
      marks.push(markDecoration(from + index, kind))
      fresh.push({
        range: lineRange(from + index),
        options: { isWholeLine: true, className: 'output-line--fresh' },
      })
    }
  }
  addMarks(shown, marks)
  const ids = model.deltaDecorations([], fresh)
  setTimeout(() => {
    if (!model.isDisposed()) model.deltaDecorations(ids, [])
  }, freshMs)
}

function markDecoration(line: number, kind: 'changed' | 'added'): editor.IModelDeltaDecoration {
  return {
    range: lineRange(line),
    options: { isWholeLine: true, linesDecorationsClassName: `output-mark output-mark--${kind}` },
  }
}

/** Marks of lines that are marked again would pile up. */
function addMarks(shown: Shown, marks: readonly editor.IModelDeltaDecoration[]): void {
  const { model } = shown
  const again = new Set(marks.map(({ range }) => range.startLineNumber))
  const kept = shown.marks.filter((id) => {
    const range = model.getDecorationRange(id)
    return range !== null && !again.has(range.startLineNumber)
  })
  model.deltaDecorations(
    shown.marks.filter((id) => !kept.includes(id)),
    [],
  )
  shown.marks = [...kept, ...model.deltaDecorations([], [...marks])]
}

/** True for the decoration of a line that has a `why?`. */
export function isWhy({ after }: editor.IModelDecorationOptions): boolean {
  return after?.inlineClassName === whyClass
}

/** Of the `why?` at the end of a line. */
export const whyClass = 'output-why'

/** A line that nobody asked for: a shade quieter, with a `why?` that tells the reason where there is one. */
export function hintDecoration(line: number, hover: string | undefined): editor.IModelDeltaDecoration {
  const range = { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 10_000 }
  if (hover === undefined) return { range, options: { inlineClassName: 'output-line--quiet' } }
  return {
    range,
    options: {
      inlineClassName: 'output-line--quiet',
      hoverMessage: { value: hover },
      after: {
        content: t`  why?`,
        inlineClassName: whyClass,
        cursorStops: editor.InjectedTextCursorStops.None,
      },
    },
  }
}
