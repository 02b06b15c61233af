import { type MouseEvent, memo, type RefObject, useMemo } from 'react'
import { Coloured } from './Coloured.tsx'
import type { Language } from './output-files.ts'

export interface PlainTextProps {
  readonly text: string
  readonly language: Language
  readonly label: string
  readonly ref: RefObject<HTMLElement | null>
  /** A press on a line, from 1, that selects nothing. */
  readonly onLine: (line: number, pressed: PressedLine) => void
}

export interface PressedLine {
  readonly onNumber: boolean
  readonly byFinger: boolean
}

/** A text as the editor will show it, until that is there: its colours, its line numbers, each in its place. */
export const PlainText = memo(function PlainText({ text, language, label, ref, onLine }: PlainTextProps) {
  const numbers = useMemo(() => numbersOf(text), [text])
  const press = ({ currentTarget, target, clientY, nativeEvent }: MouseEvent<HTMLElement>) => {
    if (getSelection()?.isCollapsed === false) return
    const [first] = currentTarget.querySelectorAll('pre')
    if (first === undefined) return
    const { top, height } = first.getBoundingClientRect()
    const line = Math.ceil((clientY - top) / (height / countLines(text)))
    if (line < 1 || line > countLines(text)) return
    onLine(line, {
      onNumber: target === first,
      byFinger: nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch',
    })
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: whoever comes by keyboard has the editor
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text is reached by keyboard
    <section className="text-view__plain" tabIndex={0} aria-label={label} ref={ref} onClick={press}>
      <pre className="text-view__numbers" aria-hidden="true">
        {numbers}
      </pre>
      <pre className="text-view__text">
        <Coloured text={text} language={language} />
      </pre>
    </section>
  )
})

/** The line break at the end of a text begins no line. */
function countLines(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}

function numbersOf(text: string): string {
  return Array.from({ length: countLines(text) }, (_, index) => index + 1).join('\n')
}

/** Where a person is in a plain text. */
export interface Standing {
  readonly hasFocus: boolean
  readonly scrollTop: number
  readonly scrollLeft: number
  /** What is selected, as offsets in the text. */
  readonly selected: { readonly start: number; readonly end: number } | undefined
}

/** Where the person is in a text that something else takes the place of. */
export function standingIn(view: HTMLElement): Standing {
  const { scrollTop, scrollLeft } = view
  return { hasFocus: document.activeElement === view, scrollTop, scrollLeft, selected: selectedIn(view) }
}

function selectedIn(view: HTMLElement): Standing['selected'] {
  const text = view.querySelector('.text-view__text')
  const selection = getSelection()
  if (text === null || selection === null || selection.isCollapsed || selection.rangeCount === 0)
    return undefined
  const range = selection.getRangeAt(0)
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return undefined
  const before = document.createRange()
  before.selectNodeContents(text)
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  return { start, end: start + range.toString().length }
}
