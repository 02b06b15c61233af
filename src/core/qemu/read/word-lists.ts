/** Commands that are written as lists of words: JSON, YAML, `CMD [...]` of a container. */
import type { Finding, Path } from '../../finding.ts'
import { isRecord } from '../../table/index.ts'
import { placesIn, readJson } from '../../text/index.ts'
import { type Command, readShell, type Word } from './shell-reader.ts'

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

/** `CMD ["qemu-system-x86_64", "-m", "4G"]`, `command: [qemu-system-x86_64, -m, 4G]`. */
export function readContainerWords(text: string): readonly Command[] {
  const place = placesIn(text)
  const found = text.matchAll(/^[ \t]*(?:CMD|ENTRYPOINT|(?:- )?(?:command|args|cmd):)[ \t]*(\[[^\]\n]*\])/gim)
  return [...found].flatMap(({ 0: whole, 1: list = '', index }) => {
    const start = index + whole.length - list.length
    const words = [...list.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s,[\]"']+)/g)].map(
      ({ 0: item, 1: double, 2: single, 3: bare, index: at }): Word => ({
        text: double?.replaceAll(/\\(.)/g, '$1') ?? single ?? bare ?? '',
        position: place(start + at, start + at + item.length),
      }),
    )
    return [{ words, environment: new Map() }]
  })
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
    const [, dash = '', item] = /^([ \t]*- +)(.*?)[ \t\r]*$/.exec(line) ?? []
    if (item === undefined) end()
    else {
      const position = place(start + dash.length, start + dash.length + item.length)
      words.push(...yamlWords(item).map((word) => ({ text: word, position })))
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
