import { Fragment } from 'react'

/** A sentence in which `<code>` marks what is typed or read word for word. */
export function WithCode({ text }: { readonly text: string }) {
  return text.split(/<\/?code>/).map((part, index) => {
    const key = `${index} ${part}`
    return index % 2 === 0 ? <Fragment key={key}>{part}</Fragment> : <code key={key}>{part}</code>
  })
}
