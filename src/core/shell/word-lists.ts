/** Commands that are written as lists of words: JSON, YAML, `CMD [...]` of a container. */
import type { Finding, Path } from '../finding.ts'
import { isRecord } from '../table/index.ts'
import { appendAll, placesIn, readJson, withoutEnd } from '../text/index.ts'
import { type Command, readShell } from './read-shell.ts'
import type { Word } from './word.ts'

export interface ReadLists {
  readonly commands: readonly Command[]
  readonly findings: readonly Finding[]
}

/** A JSON list of words, a list of such lists, or a map with such lists in it; undefined when it is no JSON. */
export function readJsonWords(text: string): ReadLists | undefined {
  if (!/^\s*[[{]\s*["[]/.test(text)) return undefined
  const { value, findings, positionOf } = readJson(text)
  if (value === undefined) return { commands: [], findings }
  const commands: Command[] = []
  const visit = (held: unknown, path: Path) => {
    if (path.length > 8) return
    if (isRecord(held)) for (const [key, inner] of Object.entries(held)) visit(inner, [...path, key])
    else if (Array.isArray(held) && held.length > 0 && held.every(isScalar)) {
      const words = held.map((word, index) => ({
        text: String(word),
        position: positionOf([...path, index]),
      }))
      commands.push({ words, environment: new Map() })
    } else if (Array.isArray(held))
      for (const [index, inner] of held.entries()) visit(inner, [...path, index])
  }
  visit(value, [])
  return { commands, findings: [] }
}

function isScalar(held: unknown): held is string | number | boolean {
  return typeof held === 'string' || typeof held === 'number' || typeof held === 'boolean'
}

/** A word of such a list; a quote that is never closed goes on to the end. */
const listedWord = /"((?:[^"\\]|\\.)*)(?:"|$)|'([^']*)(?:'|$)|([^\s,[\]"']+)/g

/** `CMD ["qemu-system-x86_64", "-m", "4G"]`, `command: [qemu-system-x86_64, -m, 4G]`. */
export function readContainerWords(text: string): readonly Command[] {
  const place = placesIn(text)
  const commands: Command[] = []
  let lineStart = 0
  for (const line of text.split('\n')) {
    const begin = /^[ \t]*(?:CMD|ENTRYPOINT|(?:- )?(?:command|args|cmd):)[ \t]*\[/i.exec(line)?.[0].length
    const end = begin === undefined ? -1 : line.indexOf(']', begin)
    if (begin !== undefined && end >= 0) {
      const words = [...line.slice(begin, end).matchAll(listedWord)].map(
        ({ 0: item, 1: double, 2: single, 3: bare, index }): Word => ({
          text: double?.replaceAll(/\\(.)/g, '$1') ?? single ?? bare ?? '',
          position: place(lineStart + begin + index, lineStart + begin + index + item.length),
        }),
      )
      commands.push({ words, environment: new Map() })
    }
    lineStart += line.length + 1
  }
  return commands
}

/** Lines of `- word`, one list for each run of them. */
export function readYamlWords(text: string): readonly Command[] {
  if (!/^[ \t]*- /m.test(text)) return []
  const place = placesIn(text)
  const commands: Command[] = []
  let words: Word[] = []
  let start = 0
  const end = () => {
    if (words.length > 0) commands.push({ words, environment: new Map() })
    words = []
  }
  for (const line of text.split('\n')) {
    const dash = /^[ \t]*- +/.exec(line)?.[0]
    if (dash === undefined) end()
    else {
      const item = withoutEnd(line.slice(dash.length), /[ \t\r]/)
      const position = place(start + dash.length, start + dash.length + item.length)
      appendAll(
        words,
        yamlWords(item).map((word) => ({ text: word, position })),
      )
    }
    start += line.length + 1
  }
  end()
  return commands
}

/** An item is one word; an option with its value behind a blank is two, since nobody means one. */
function yamlWords(item: string): readonly string[] {
  const quoted = /^"((?:[^"\\]|\\.)*)"$|^'((?:[^']|'')*)'$/.exec(item)
  if (quoted) return [quoted[1]?.replaceAll(/\\(.)/g, '$1') ?? quoted[2]?.replaceAll("''", "'") ?? '']
  if (!/^-\S+\s/.test(item)) return [item]
  return readShell(item, 'posix').commands.flatMap(({ words }) => words.map(({ text }) => text))
}
