import { ownValue } from '../../core/index.ts'

/**
 * The texts of a language: what the page says in English, and the same in it. `{1}`, `{2}` … stand for what a text is
 * about, in the order of the English one.
 */
export type Catalogue = Readonly<Record<string, string>>

/** A text with its places filled in. */
export function filled(text: string, values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (place, number) => String(values[Number(number) - 1] ?? place))
}

/** So many texts are remembered: what is found changes little from one keystroke to the next. */
const mostRemembered = 2000

/** Looks up texts that were put together elsewhere, as the messages of core are. */
export function lookup(catalogue: Catalogue): (text: string) => string | undefined {
  const patterns = Object.entries(catalogue).flatMap(([key, text]) => {
    const literals = key.split(/\{\d+\}/)
    return literals.length === 1 ? [] : [{ literals, text }]
  })
  // What says more by itself is tried first.
  const weight = ({ literals }: { readonly literals: readonly string[] }) => literals.join('').length
  patterns.sort((one, other) => weight(other) - weight(one))
  const byPattern = (text: string) => {
    for (const pattern of patterns) {
      const values = valuesBetween(text, pattern.literals)
      if (values !== undefined) return filled(pattern.text, values)
    }
    return undefined
  }
  const remembered = new Map<string, string | undefined>()
  return (text) => {
    const exact = ownValue(catalogue, text)
    if (exact !== undefined) return exact
    if (!remembered.has(text)) {
      if (remembered.size >= mostRemembered) remembered.clear()
      remembered.set(text, byPattern(text))
    }
    return remembered.get(text)
  }
}

/** What stands between the literals, when the text begins with the first and ends with the last of them. */
function valuesBetween(text: string, literals: readonly string[]): string[] | undefined {
  const [first = '', ...others] = literals
  const last = others.pop() ?? ''
  if (!text.startsWith(first) || !text.endsWith(last)) return undefined
  const values: string[] = []
  let from = first.length
  for (const literal of others) {
    const at = text.indexOf(literal, from)
    if (at < 0) return undefined
    values.push(text.slice(from, at))
    from = at + literal.length
  }
  const end = text.length - last.length
  if (end < from) return undefined
  values.push(text.slice(from, end))
  // A short text must not take the whole of a longer one for its value.
  return values.some((value) => value.includes('. ')) ? undefined : values
}
