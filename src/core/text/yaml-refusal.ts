import { Lexer } from 'yaml'

/** Deeper nesting is no description of a VM; the parser of the library would run out of stack at a few hundred. */
export const deepestNesting = 64

/**
 * Why a YAML text is not to be parsed: `too-deep` when maps and lists are nested deeper than `deepestNesting`, at least as
 * deep as any parser would go; `too-many` when it has more tokens (words, signs, runs of blanks) than said. Counted
 * without recursion, so that no text can exhaust the stack, and no further than to the limit.
 */
export function yamlRefusal(text: string, mostTokens: number): 'too-deep' | 'too-many' | undefined {
  /** The columns of the block collections that are open. */
  const open: number[] = []
  let inBraces = 0
  /** Pairs in braces since the last comma: `{a: b: c: 1}` is one in the other to the parser. */
  let pairs = 0
  let column = 0
  let atStart = true
  let tokens = 0
  for (const token of new Lexer().lex(text)) {
    tokens++
    if (tokens > mostTokens) return 'too-many'
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
    if (inBraces === 0 || token === ',') pairs = 0
    else if (isIndicator) pairs++
    if (open.length + inBraces + pairs > deepestNesting) return 'too-deep'
    column += token.length
  }
  return undefined
}
