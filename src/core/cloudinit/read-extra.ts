/** The author's own user-data as a tree, refused before it can take long: it may come from anyone. */
import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { deepestNesting, yamlRefusal } from '../text/index.ts'
import { yaml11 } from './yaml-1-1.ts'

/** User-data has some hundred. A script in it is one token, however long it is. */
const mostTokens = 50_000

/** What stands for more than a few things in user-data is written out. */
const mostAliases = 1000

/** The text as a tree with its lines; or why it is none, in a few words. */
export type ReadExtra =
  | { readonly tree: Document.Parsed; readonly lines: LineCounter; readonly hasAliases: boolean }
  | { readonly refused: string }

/** @param text YAML 1.1, as cloud-init reads it */
export function readExtra(text: string): ReadExtra {
  const refusal = yamlRefusal(text, mostTokens)
  if (refusal === 'too-deep') return { refused: `it is nested deeper than ${deepestNesting} levels` }
  if (refusal === 'too-many') return { refused: `it has more than ${mostTokens} words and signs` }
  const lines = new LineCounter()
  const tree = parseDocument(text, {
    ...yaml11,
    lineCounter: lines,
    // Drawing the line of each error takes the square of the text, looking for equal keys that of the keys.
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error',
  })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return `at line ${line}, column ${col}`
  }
  const [error] = tree.errors
  if (error !== undefined) return { refused: `${error.message} ${at(error.pos[0])}` }
  let aliases = 0
  let twice: number | undefined
  visit(tree, {
    Alias() {
      aliases += 1
      return aliases > mostAliases ? visit.BREAK : undefined
    },
    Map(_, map) {
      twice = equalKeyOf(map)
      return twice === undefined ? undefined : visit.BREAK
    },
  })
  if (aliases > mostAliases) return { refused: `it has more than ${mostAliases} aliases` }
  if (twice !== undefined) return { refused: `Map keys must be unique ${at(twice)}` }
  return { tree, lines, hasAliases: aliases > 0 }
}

/** Where the first key stands that its map has already. */
function equalKeyOf(map: unknown): number | undefined {
  if (!isMap(map)) return undefined
  const seen = new Set<unknown>()
  for (const { key } of map.items) {
    // `<<` may be there several times.
    if (!isScalar(key) || key.value === '<<' || typeof key.value === 'symbol') continue
    if (seen.has(key.value)) return key.range?.[0] ?? 0
    seen.add(key.value)
  }
  return undefined
}
