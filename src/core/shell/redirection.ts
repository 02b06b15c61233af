/** `>file`, `2>&1`, `<<END`: what a command reads and writes is none of its words. POSIX shell, 2.7 Redirection. */

export interface Redirection {
  /** Where the text goes on. */
  readonly end: number
  /** The line that ends the text of `<<`. */
  readonly here?: string
  /** True when the word behind it is a file. */
  readonly skipsNext: boolean
}

/** @param at of the operator, without a number before it */
export function readRedirection(text: string, at: number): Redirection {
  const operator = /&?[<>]+[&|-]?/y
  operator.lastIndex = at
  const [match = '>'] = operator.exec(text) ?? []
  const end = at + match.length
  if (match === '<<' || match === '<<-') {
    const [whole = '', name = ''] = /^[ \t]*['"]?(\w+)['"]?/.exec(text.slice(end, end + 80)) ?? []
    return { end: end + whole.length, ...(name === '' ? {} : { here: name }), skipsNext: false }
  }
  if (!match.endsWith('&')) return { end, skipsNext: true }
  const [target = ''] = /^[\d-]*/.exec(text.slice(end, end + 8)) ?? []
  return { end: end + target.length, skipsNext: false }
}

/** Where the text of a `<<` ends that begins at an offset. */
export function endOfHereDocument(text: string, from: number, name: string): number {
  let at = from
  while (at < text.length) {
    const end = lineEnd(text, at)
    const line = text.slice(at, end)
    at = end + 1
    if (line.trim() === name) break
  }
  return at
}

/** Where the line ends that holds an offset. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
