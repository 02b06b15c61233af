import { memo, type RefObject, useMemo } from 'react'
import { highlight } from './highlight/index.ts'
import type { Language } from './output-files.ts'

export interface PlainTextProps {
  readonly text: string
  readonly language: Language
  readonly label: string
  readonly ref: RefObject<HTMLElement | null>
}

/** A text as the editor will show it, until that is there: its colours, its line numbers, each in its place. */
export const PlainText = memo(function PlainText({ text, language, label, ref }: PlainTextProps) {
  const tokens = useMemo(() => highlight(text, language), [text, language])
  const numbers = useMemo(() => numbersOf(text), [text])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text is reached by keyboard
    <section className="text-view__plain" tabIndex={0} aria-label={label} ref={ref}>
      <pre className="text-view__numbers" aria-hidden="true">
        {numbers}
      </pre>
      <pre className="text-view__text">
        {tokens.map(({ text, kind }, index) =>
          kind === undefined ? (
            text
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a token is what it is by its place
            <span key={index} className={`token-${kind}`}>
              {text}
            </span>
          ),
        )}
      </pre>
    </section>
  )
})

/** One a line; the line break at the end of a text begins none. */
function numbersOf(text: string): string {
  const count = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
  return Array.from({ length: count }, (_, index) => index + 1).join('\n')
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
