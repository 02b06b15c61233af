/** As what a piece of a text is shown; undefined for plain letters. The colours are those of editor-theme.ts. */
export type TokenKind = 'name' | 'quiet' | 'comment'

export interface Token {
  readonly text: string
  readonly kind: TokenKind | undefined
}

/**
 * The tokens that an expression finds, and what is between them as plain letters.
 *
 * @param expression with the flag g; what one of its groups has is of that group's kind, the whole without a group plain
 */
export function tokensBy(
  expression: RegExp,
  text: string,
  kindOf: (groups: Groups) => TokenKind | undefined,
) {
  const tokens: Token[] = []
  let from = 0
  for (const match of text.matchAll(expression)) {
    const kind = kindOf(match.groups ?? {})
    if (kind === undefined || match[0] === '') continue
    if (match.index > from) tokens.push({ text: text.slice(from, match.index), kind: undefined })
    tokens.push({ text: match[0], kind })
    from = match.index + match[0].length
  }
  if (from < text.length) tokens.push({ text: text.slice(from), kind: undefined })
  return tokens
}

type Groups = Readonly<Record<string, string | undefined>>
