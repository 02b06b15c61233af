/** Lists of words as programs print and write them: Python's `['a', 'b']`, Go's `[a b]`, `["a" "b"]` and `[]string{"a"}`. */
import { placesIn } from '../text/index.ts'
import { unquotedWords } from './process-list.ts'
import type { Command } from './read-shell.ts'
import type { Sought } from './sought.ts'
import type { Word } from './word.ts'

const opening = /[[({]/g
const blanks = /\s*/y
/** The first item, in quotes or bare. */
const firstItem = /([fru]?["'])?([^\s"',[\](){}]{1,255})/y

const closing: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['(', ')'],
  ['{', '}'],
])

/** The lists of a text that begin with the program, those that have an option in them. */
export function readPrintedLists(text: string, sought: Sought): readonly Command[] {
  const place = placesIn(text)
  const commands: Command[] = []
  let from = 0
  for (const { 0: bracket, index } of text.matchAll(opening)) {
    if (index < from) continue
    const first = firstOf(text, index + 1, sought)
    if (first === undefined || (bracket !== '[' && !first.isFollowed)) continue
    const read = first.isQuoted ? quotedList(text, index, place) : bareList(text, index, place, sought)
    from = read.end
    if (read.words.some(({ text: word }) => word.startsWith('-')))
      commands.push({ words: read.words, environment: new Map() })
  }
  return commands
}

/** Whether the first item is the program, in quotes or not, with a comma behind it or not; undefined otherwise. */
function firstOf(
  text: string,
  from: number,
  { program }: Sought,
): { isQuoted: boolean; isFollowed: boolean } | undefined {
  blanks.lastIndex = from
  blanks.exec(text)
  firstItem.lastIndex = blanks.lastIndex
  const [, quote, name = ''] = firstItem.exec(text) ?? []
  if (!program.test(name)) return undefined
  const isQuoted = quote !== undefined
  return { isQuoted, isFollowed: isQuoted && text[firstItem.lastIndex + 1] === ',' }
}

interface ReadList {
  readonly words: readonly Word[]
  readonly end: number
}

type Place = ReturnType<typeof placesIn>

/** A text in quotes, a comment, what stands between, the end; anything else is an expression of the program. */
const part =
  /[fru]?"((?:[^"\\\n]|\\.)*)"|[fru]?'((?:[^'\\\n]|\\.)*)'|(#[^\n]*|\/\/[^\n]*)|([\s,]+)|([\])}])|([^\s,\])}"']+)/y

function quotedList(text: string, start: number, place: Place): ReadList {
  const end = closing.get(text[start] ?? '')
  const words: Word[] = []
  part.lastIndex = start + 1
  for (;;) {
    const at = part.lastIndex
    const match = part.exec(text)
    if (match === null) return { words, end: text.length }
    const [whole, double, single, , , bracket, other] = match
    if (bracket === end) return { words, end: part.lastIndex }
    const word = unescaped(double) ?? unescaped(single) ?? other
    if (word !== undefined) words.push({ text: word, position: place(at, at + whole.length) })
  }
}

function unescaped(text: string | undefined): string | undefined {
  return text?.replaceAll(/\\(.)/g, '$1')
}

/** Go's `%v` has no quotes: a value goes on until the next option. */
function bareList(text: string, start: number, place: Place, sought: Sought): ReadList {
  const newline = text.indexOf('\n', start)
  const line = text.slice(start + 1, newline < 0 ? text.length : newline)
  const bracket = line.lastIndexOf(']')
  const inside = bracket < 0 ? line : line.slice(0, bracket)
  return { words: unquotedWords(inside, 0, start + 1, place, sought), end: start + 1 + inside.length }
}
