/** A text to the documents of YAML that it holds, each with what is wrong in it. */
import { Composer, CST, type Document, type LineCounter, Parser } from 'yaml'

/**
 * Where a document or a collection ends before its text does, every word of the rest is an error to the parser: the first
 * of them says it, and the others would take a finding each, and time.
 *
 * @param lines is told where the lines begin
 */
export function yamlDocuments(text: string, lines: LineCounter): Document.Parsed[] {
  const tokens = new Parser(lines.addNewLine).parse(text)
  const composer = new Composer({
    keepSourceTokens: true,
    prettyErrors: false,
    strict: true,
    // Looked for in yaml-tree.ts, where it takes linear time.
    uniqueKeys: false,
  })
  return [...composer.compose(firstErrors(tokens))]
}

/** The tokens without the errors that follow from one before them. */
function* firstErrors(tokens: Iterable<CST.Token>): Generator<CST.Token> {
  let isLost = false
  for (const token of tokens) {
    if (token.type !== 'error') isLost = isLost && token.type !== 'document'
    else if (isLost) continue
    else isLost = true
    if (token.type === 'document') trimWords(token)
    yield token
  }
}

/** Of the words that stand where no word belongs only the first stay, and of the items without a key. */
function trimWords(tree: CST.Document): void {
  let withoutKey = 0
  const trimItems = (token: CST.Token | null | undefined) => {
    if (token?.type !== 'block-map') return
    const isSurplus = ({ key }: CST.CollectionItem) => key?.type === 'error' && ++withoutKey > usualWords
    let isBehindGap = false
    token.items = token.items.filter((item) => {
      if (isSurplus(item)) {
        isBehindGap = true
        return false
      }
      if (isBehindGap) beginAtKey(item)
      isBehindGap = false
      return true
    })
  }
  trimEnd(tree.value)
  if (tree.value === undefined || !CST.isCollection(tree.value)) return
  // The document itself is the first item.
  CST.visit(tree, (item) => {
    item.start = trimmed(item.start)
    if (item.sep !== undefined) item.sep = trimmed(item.sep)
    trimEnd(item.key ?? undefined)
    trimEnd(item.value)
    trimItems(item.key)
    trimItems(item.value)
  })
}

/** Else its key would begin where the item before it ends, and be too long. */
function beginAtKey({ start, key }: CST.CollectionItem): void {
  if (start.length === 0 && key != null)
    start.push({ type: 'newline', offset: key.offset - 1, indent: 0, source: '\n' })
}

function trimEnd(token: CST.Token | undefined): void {
  if (token !== undefined && 'end' in token && token.end !== undefined) token.end = trimmed(token.end)
}

function trimmed(tokens: CST.SourceToken[]): CST.SourceToken[] {
  if (tokens.length <= usualWords) return tokens
  let words = 0
  return tokens.filter(({ type }) => between.has(type) || words++ < usualWords)
}

/** Tags, anchors, signs and brackets around one thing. */
const usualWords = 8
const between: ReadonlySet<string> = new Set(['space', 'newline', 'comment'])
