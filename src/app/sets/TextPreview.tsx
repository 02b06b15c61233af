import { Coloured } from '../output/Coloured.tsx'
import type { Language } from '../output/output-files.ts'
import '../output/output.css'

/** A text to read, with its colours. */
export function TextPreview(props: {
  readonly text: string
  readonly language: Language
  readonly label: string
}) {
  const { text, language, label } = props
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text is reached by keyboard
    <section className="set-preview" tabIndex={0} aria-label={label}>
      <pre>
        <Coloured text={text} language={language} />
      </pre>
    </section>
  )
}
