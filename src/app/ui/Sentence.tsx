import { Fragment } from 'react'

/** A sentence in which what stands between backticks is read word for word. */
export function Sentence({ text }: { readonly text: string }) {
  const parts = text.split('`')
  // Half a pair is a sign like any other.
  if (parts.length % 2 === 0) return text
  return parts.map((part, index) => {
    const key = `${index} ${part}`
    return index % 2 === 0 ? <Fragment key={key}>{part}</Fragment> : <code key={key}>{part}</code>
  })
}
