import { type Token, tokensBy } from './token.ts'

/** A comment, CDATA, or a tag to its end: a quoted value may hold `>`. */
const pieces =
  /(?<comment><!--[\s\S]*?(?:-->|$))|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|(?<tag><[^\s<>"'][^<>"']*(?:"[^"]*"?[^<>"']*|'[^']*'?[^<>"']*)*>?)/g

/** Within a tag: a value in quotes, the name after the bracket, other names, and what stands around them. */
const within =
  /(?<value>"[^"]*"?|'[^']*'?)|(?<=^<[/!?]?)(?<name>[\w:.-]+)|(?<attribute>[\w:.-]+)|(?<closes>\/)(?=>)|(?<bracket>[<>/!?]+)/g

/** XML: names of elements, and quieter what stands around values. */
export function xmlTokens(text: string): readonly Token[] {
  const tokens: Token[] = []
  let from = 0
  for (const { 0: piece, index, groups = {} } of text.matchAll(pieces)) {
    if (index > from) tokens.push({ text: text.slice(from, index), kind: undefined })
    from = index + piece.length
    if (groups['comment'] !== undefined) tokens.push({ text: piece, kind: 'comment' })
    else if (groups['tag'] === undefined) tokens.push({ text: piece, kind: undefined })
    else
      tokens.push(
        ...tokensBy(within, piece, ({ name, closes, attribute, bracket }) =>
          name !== undefined || closes !== undefined
            ? 'name'
            : attribute !== undefined || bracket !== undefined
              ? 'quiet'
              : undefined,
        ),
      )
  }
  if (from < text.length) tokens.push({ text: text.slice(from), kind: undefined })
  return tokens
}
