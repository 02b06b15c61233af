import { type Token, tokensBy } from './token.ts'

/** The key at the beginning of a line, after the dashes of lists. */
const key = /^([ ]*(?:- +)*)("[^"]*"|'[^']*'|[^\s#'"[\]{}:,-][^#'":]*|-[^\s#'":][^#'":]*)(?=[ ]*:(?: |$))/
const block = /(?:^|[\s:-])[>|]\d*[+-]?[ ]*$/
const pieces =
  /"(?:[^"\\]|\\.)*"?|'[^']*'?|(?<=^|\s)(?<comment>#.*)|(?<=[{,]\s*)(?<name>[\w.-]+)(?=: )|(?<bracket>[{}[\],])|(?<=(?:^|: |- |[[{,]\s*))(?<word>true|false|null|~)(?=\s*(?:$|[,}\]]))/g

/** YAML, and JSON, which is YAML too: the keys, and quieter what only separates. */
export function yamlTokens(text: string): readonly Token[] {
  const tokens: Token[] = []
  const plain = (piece: string) => piece !== '' && tokens.push({ text: piece, kind: undefined })
  /** The indentation of the line whose text, on the lines below it, is none of YAML's. */
  let blockOf: number | undefined
  /** How many brackets are open: what is within them has commas. */
  let depth = 0
  const lines = text.split('\n')
  for (const [index, line] of lines.entries()) {
    const end = index < lines.length - 1 ? '\n' : ''
    const indent = line.length - line.trimStart().length
    if (blockOf !== undefined && (line.trim() === '' || indent > blockOf)) {
      plain(line + end)
      continue
    }
    blockOf = block.test(line) ? indent : undefined
    const [all = '', before = '', name = ''] = key.exec(line) ?? []
    if (name !== '') {
      plain(before)
      tokens.push({ text: name, kind: 'name' })
    }
    const rest = tokensBy(pieces, line.slice(all.length), (groups) => {
      const { comment, name: within, bracket, word } = groups
      if (comment !== undefined) return 'comment'
      if (within !== undefined || word !== undefined) return 'name'
      if (bracket === undefined) return undefined
      if (bracket === ',') return depth > 0 ? 'quiet' : undefined
      depth = Math.max(0, depth + ('{['.includes(bracket) ? 1 : -1))
      return 'quiet'
    })
    tokens.push(...rest)
    plain(end)
  }
  return tokens
}
