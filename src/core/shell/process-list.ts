/** Command lines without quotes: what `ps` prints, and what the kernel has in /proc/PID/cmdline. */
import { placesIn } from '../text/index.ts'
import type { Command } from './read-shell.ts'
import type { Sought } from './sought.ts'
import type { Word } from './word.ts'

/**
 * How many characters the columns before a program take: `root 1234 3.1 …`, `1234 pts/0 Sl 0:01 …`, `1234 …`.
 *
 * @returns undefined for a line without such columns, or without a program that begins with options
 */
function columnsOf(line: string, name: RegExp): number | undefined {
  const first = /^[ \t]*(?:[\w.+-]+[ \t]+)?\d+[ \t]+/.exec(line)?.[0].length
  if (first === undefined) return undefined
  const word = /\S+[ \t]*/y
  word.lastIndex = first
  for (let match = word.exec(line); match !== null; match = word.exec(line)) {
    const [found] = match
    if (name.test(found) && /[ \t]$/.test(found) && line.charAt(word.lastIndex) === '-') return match.index
    if (/['"=]/.test(found)) return undefined
  }
  return undefined
}

/** A line of JSON without quotes around it is no shell's. */
const bareJson = /[ \t]\{"/

/** Whether a line is one of a list of processes. */
function isListed(line: string, { name, nameAndOption }: Sought): boolean {
  return columnsOf(line, name) !== undefined || (bareJson.test(line) && nameAndOption.test(line))
}

/** The commands of a text with lines of `ps` in it; undefined when it has none. */
export function readProcessList(text: string, sought: Sought): Command[] | undefined {
  if (!sought.name.test(text)) return undefined
  const place = placesIn(text)
  const commands: Command[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (isListed(line, sought)) {
      const columns = columnsOf(line, sought.name) ?? 0
      const words = unquotedWords(line, columns, start, place, sought)
      commands.push({ words, environment: new Map() })
    }
    start += line.length + 1
  }
  return commands.length > 0 ? commands : undefined
}

/** Blanks between words; the value of an option goes on until the next word with a dash. */
export function unquotedWords(
  line: string,
  from: number,
  lineStart: number,
  place: ReturnType<typeof placesIn>,
  { takesValue }: Sought,
): Word[] {
  const words: { text: string; start: number; end: number; depth: number }[] = []
  const pattern = /\S+/g
  pattern.lastIndex = from
  for (const { 0: text, index } of line.matchAll(pattern)) {
    if (index < from) continue
    const last = words.at(-1)
    const before = words.at(-2)
    const isValue = last !== undefined && before !== undefined && takesValue(before.text)
    const depth = count(text, '{') - count(text, '}')
    if (last && isValue && (last.depth > 0 || !text.startsWith('-')) && words.length > 2) {
      last.text += line.slice(last.end, index) + text
      last.end = index + text.length
      last.depth += depth
    } else words.push({ text, start: index, end: index + text.length, depth })
  }
  return words.map(({ text, start, end }) => ({ text, position: place(lineStart + start, lineStart + end) }))
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

/** Words with a NUL behind each; undefined when the text has none. */
export function readNulSeparated(text: string): Command[] | undefined {
  if (!text.includes('\0')) return undefined
  const place = placesIn(text)
  const words: Word[] = []
  let start = 0
  for (const word of text.replace(/\0\n?$/, '').split('\0')) {
    words.push({ text: word, position: place(start, start + word.length) })
    start += word.length + 1
  }
  return [{ words, environment: new Map() }]
}
