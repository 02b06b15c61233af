/** A text to the documents of YAML that it holds, each with what is wrong in it. */
import { Composer, type CST, type Document, type LineCounter, Parser } from 'yaml'

/**
 * Where a document ends before its text does, every word of the rest is an error to the parser: the first of them says
 * it, and the others would take a finding each, and time.
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
    yield token
  }
}
