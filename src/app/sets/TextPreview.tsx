import { useMemo } from 'react'
import { highlight } from '../output/highlight/index.ts'
import type { Language } from '../output/output-files.ts'
import '../output/output.css'

/** A text to read, with its colours. */
export function TextPreview(props: {
  readonly text: string
  readonly language: Language
  readonly label: string
}) {
  const { text, language, label } = props
  const tokens = useMemo(() => highlight(text, language), [text, language])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text is reached by keyboard
    <section className="set-preview" tabIndex={0} aria-label={label}>
      <pre>
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
}
