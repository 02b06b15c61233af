import { Lexer } from 'yaml'

/** Deeper nesting is no description of a VM; the parser of the library would run out of stack at a few hundred. */
export const deepestNesting = 64

/**
 * How deep maps and lists of a YAML text are nested, at least as deep as any parser would go. Counted on the tokens,
 * without recursion, so that no text can exhaust the stack. Stops at the limit.
 */
export function nestsTooDeep(text: string): boolean {
  /** The columns of the block collections that are open. */
  const open: number[] = []
  let inBraces = 0
  let column = 0
  let atStart = true
  for (const token of new Lexer().lex(text)) {
    const isIndicator = token === '-' || token === '?' || token === ':'
    if (token === '\n' || token === '\r\n') {
      column = 0
      atStart = true
      continue
    }
    if (token === '[' || token === '{') inBraces++
    else if (token === ']' || token === '}') inBraces = Math.max(0, inBraces - 1)
    else if (inBraces === 0 && token.trim() !== '' && (atStart || isIndicator)) {
      if (atStart) while ((open.at(-1) ?? -1) >= column) open.pop()
      open.push(column)
      atStart = isIndicator
    }
    if (open.length + inBraces > deepestNesting) return true
    column += token.length
  }
  return false
}
