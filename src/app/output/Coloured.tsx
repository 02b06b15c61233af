import { useMemo } from 'react'
import { highlight } from './highlight/index.ts'
import type { Language } from './output-files.ts'

interface ColouredProps {
  readonly text: string
  readonly language: Language
}

/** A text in the colours that the editor gives it; it goes into a `pre`. */
export function Coloured({ text, language }: ColouredProps) {
  const tokens = useMemo(() => highlight(text, language), [text, language])
  return tokens.map(({ text, kind }, index) =>
    kind === undefined ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a token is what it is by its place
      <span key={index} className={`token-${kind}`}>
        {text}
      </span>
    ),
  )
}
