/** What the editor of vm.yml completes and explains, from the tables; nothing here knows Monaco. */
import { ownValue } from '../../core/index.ts'
import { type KeyPlace, keyPlace } from '../../core/spec/index.ts'
import { guestSystems } from '../../core/systems/index.ts'
import { type Field, type Path, type Shape, vmSpec } from '../core.ts'
import { barredBy, fieldAt, shapeAt } from '../form/index.ts'
import { type Caret, helpOf, nothing, type Suggestion, type Suggestions } from './editor-help.ts'
import { specPathInFile, yamlLinePaths } from './yaml-paths.ts'

/**
 * What may be written at a place of vm.yml: a key of the map around it, or a value of the key before it. Nothing where
 * it would break the file.
 */
export function suggestYaml(text: string, { line, column }: Caret): Suggestions {
  const written = text.split('\n')[line - 1] ?? ''
  const before = written.slice(0, column - 1)
  const after = written.slice(column - 1)
  const value = /^( *(?:- +)*)([\w-]+):( +)([^\s[{|>&*!#]*)$/.exec(before)
  if (value) return values(text, line, value, after)
  const key = /^( *(?:- +)*)([A-Za-z_][\w-]*|)$/.exec(before)
  return key ? keys(text, line, key, after) : nothing
}

function values(text: string, line: number, match: RegExpExecArray, after: string): Suggestions {
  const [, lead = '', key = '', , typed = ''] = match
  const [tail = ''] = /^[^\s#]*/.exec(after) ?? []
  if (!isEndOfLine(after.slice(tail.length))) return nothing
  const place = keyPlace(text, line, lead)
  const path = place && [...place.around, key]
  const field = path && wordFieldAt(path)
  const items = field === undefined ? [] : [...valuesOfField(field), ...knownWords(path ?? [])]
  return { typed: typed.length, tail: tail.length, items }
}

function keys(text: string, line: number, match: RegExpExecArray, after: string): Suggestions {
  const [, lead = '', typed = ''] = match
  const [, renamed, tail = ''] = /^(([\w-]*):)(?:\s|$)/.exec(after) ?? []
  if (renamed !== undefined) {
    // The value stays, and whatever is below it.
    const rest = after.slice(renamed.length)
    const place = typed === '' ? undefined : keyPlace(text, line, lead, rest === '' ? ' ' : rest)
    const names = place === undefined ? [] : keySuggestions(place, 0, 0)
    const items = names.map(({ label, ...rest }) => ({ ...rest, label, insert: label }))
    return { typed: typed.length, tail: tail.length, items }
  }
  if (!isEndOfLine(after)) return nothing
  const step = indentStep(text)
  const place = keyPlace(text, line, lead)
  const list = place && lastListAt(place.around)
  // Below the key of a list, each item begins with a dash.
  if (place !== undefined && list === undefined)
    return { typed: typed.length, tail: 0, items: itemsAt(place, lead.length, step) }
  const asItem = keyPlace(text, line, `${lead}- `)
  if (asItem === undefined || typeof asItem.around.at(-1) !== 'number') return nothing
  const items = itemsAt(asItem, lead.length + 2, step)
  return {
    typed: typed.length,
    tail: 0,
    items: items.map((item) => ({ ...item, insert: `- ${item.insert}` })),
  }
}

/** A comment needs a blank before it. */
function isEndOfLine(rest: string): boolean {
  return /^\s*$|^\s+#/.test(rest)
}

/** The list that a path ends at, when it is not in one of its items. */
function lastListAt(around: Path): Field | undefined {
  if (around.length === 0 || typeof around.at(-1) === 'number') return undefined
  const field = fieldAtEnd(around)
  return field?.kind === 'list' || field?.kind === 'texts' ? field : undefined
}

function itemsAt(place: KeyPlace, column: number, step: number): Suggestion[] {
  const { around, siblings } = place
  // An item of a list of words, or the short form of one that is a map.
  const isNewItem = typeof around.at(-1) === 'number' && siblings.size === 0
  const word = isNewItem ? wordFieldAt(around) : undefined
  return [...(word === undefined ? [] : valuesOfField(word)), ...keySuggestions(place, column, step)]
}

/** The keys that are not there yet, without those of another kind than the one that is said. */
function keySuggestions({ around, siblings, spec }: KeyPlace, column: number, step: number): Suggestion[] {
  return Object.entries(shapeAt(around) ?? {}).flatMap(([name, field]) => {
    const placed = fieldAt([...around, name])
    const isBarred = placed !== undefined && barredBy(placed, spec) !== undefined
    return siblings.has(name) || isBarred ? [] : [keySuggestion(name, field, ' '.repeat(column + step))]
  })
}

/** How many blanks the file indents by: those of its first map in a map; 2 where nothing tells. */
function indentStep(text: string): number {
  let last: string | undefined
  for (const line of text.split('\n')) {
    if (/^\s*(?:#|$)/.test(line)) continue
    const [blanks = ''] = /^ */.exec(line) ?? []
    const [outer = ''] = /^ */.exec(last ?? '') ?? []
    const isBelow = last !== undefined && /^ *[\w-]+:\s*(?:#.*)?$/.test(last)
    if (isBelow && blanks.length > outer.length && !/^ *-/.test(line)) return blanks.length - outer.length
    last = line
  }
  return 2
}

/** The help of the key at a line of vm.yml. */
export function explainYaml(text: string, line: number, vm: string): string | undefined {
  const fileLines = text.split('\n').slice(0, line)
  const filePath = yamlLinePaths(fileLines.join('\n')).at(-1)
  const path = filePath && specPathInFile(filePath, vm)
  const key = path?.at(-1)
  if (path === undefined || typeof key !== 'string') return undefined
  const field = ownValue(shapeAt(path.slice(0, -1)), key)
  return field && helpOf(field.meta, choicesOf(field))
}

function fieldAtEnd(path: Path): Field | undefined {
  const names = path.filter((segment) => typeof segment === 'string')
  const key = names.at(-1)
  const shape: Shape | undefined =
    names.length <= 1 ? vmSpec : shapeAt(path.slice(0, path.lastIndexOf(key ?? '')))
  return key === undefined ? undefined : ownValue(shape, key)
}

function wordFieldAt(path: Path): Field | undefined {
  const field = fieldAtEnd(path)
  // `model: virtio` says the main key of the map.
  if ((field?.kind === 'child' || field?.kind === 'list') && field.short !== undefined)
    return ownValue(field.shape(), field.short)
  return field
}

function choicesOf(field: Field): readonly string[] | undefined {
  if (field.kind === 'presence') return ['true', 'false']
  if (!('scalar' in field)) return undefined
  const { scalar } = field
  if (scalar.name === 'flag') return ['true', 'false']
  return scalar.choices && [...Object.keys(scalar.aliases ?? {}), ...scalar.choices]
}

function valuesOfField(field: Field): Suggestion[] {
  return (choicesOf(field) ?? []).map((word) => ({
    label: word,
    insert:
      /^(?:on|off|yes|no|true|false|null|~|[\d.+-].*)$/i.test(word) &&
      field.kind !== 'presence' &&
      !isFlag(field)
        ? `"${word}"`
        : word,
    kind: 'value',
    help: field.meta.help,
  }))
}

/** Words that are worth offering for a field that takes any text. */
const wordsOfFreeTexts: Readonly<Record<string, () => readonly Suggestion[]>> = {
  guest: () => guestSystems.map(({ id, name }) => ({ label: id, insert: id, kind: 'value', help: name })),
}

function knownWords(path: Path): readonly Suggestion[] {
  const names = path.filter((segment) => typeof segment === 'string')
  return ownValue(wordsOfFreeTexts, names.join('.'))?.() ?? []
}

function isFlag(field: Field): boolean {
  return 'scalar' in field && field.scalar.name === 'flag'
}

/** @param inner the blanks before what is below the key */
function keySuggestion(name: string, field: Field, inner: string): Suggestion {
  const isMap = field.kind === 'child' && field.short === undefined
  const isList = field.kind === 'list' || field.kind === 'texts'
  const below = `${name}:\n${inner}`
  const insert = isMap ? `${below}$0` : isList ? `${below}- $0` : `${name}: $0`
  return { label: name, insert, kind: 'key', help: helpOf(field.meta, choicesOf(field)) }
}
