/**
 * Plain values as YAML text, in the hand of the samples: small maps and lists of single values in braces, everything
 * else in blocks. Written for each keystroke, so it is its own writer and not that of a library.
 */
import { isRecord, type UnknownRecord } from '../table/index.ts'
import { ownValue } from '../text/index.ts'
import { blockLiteral, otherScalar, textScalar } from './yaml-scalar.ts'

/** Columns that a map or list in braces may reach. */
const width = 100
/** YAML finds the colon of a longer key only when the key is marked with `?`. */
const longestKey = 1000

/** How a value is written. */
export interface YamlStyle {
  /** How many levels of maps are written in blocks even when they would fit into braces. */
  readonly blockLevels?: number
  /** True inside of braces: everything on one line. */
  readonly inFlow?: boolean
}

/** A whole document. */
export function yamlText(value: unknown, style: YamlStyle = {}): string {
  const levels = style.blockLevels ?? 1
  if (isRecord(value) && hasKeys(value)) return `${mapLines(value, 0, levels)}\n`
  if (Array.isArray(value) && value.length > 0) return `${listLines(value, 0)}\n`
  return `${flow(value)}\n`
}

/**
 * What follows `key:` or stands behind a dash: with a blank in front when it stands on that line, with a line break
 * when it is a block. Without a line break at the end.
 *
 * @param indent columns of the key or dash
 * @param column where the text starts, to see whether braces fit
 */
export function yamlValue(value: unknown, indent: number, column: number, levels = 0): string {
  if (typeof value === 'string') {
    const literal = blockLiteral(value, ' '.repeat(indent + 2))
    return ` ${literal ?? textScalar(value, false)}`
  }
  if (Array.isArray(value)) {
    const short = fittingList(value, column)
    return short === undefined ? `\n${listLines(value, indent + 2)}` : ` ${short}`
  }
  if (!isRecord(value)) return ` ${otherScalar(value)}`
  const short = levels > 0 && hasKeys(value) ? undefined : fittingMap(value, column)
  return short === undefined ? `\n${mapLines(value, indent + 2, levels)}` : ` ${short}`
}

/** `key:` and its value, as a line or several of a block. */
export function yamlEntry(key: string, value: unknown, indent: number, levels = 0): string {
  const name = textScalar(key, false)
  if (name.length > longestKey)
    return `? ${name}\n${' '.repeat(indent)}:${yamlValue(value, indent, indent + 1)}`
  return `${name}:${yamlValue(value, indent, indent + name.length + 2, levels)}`
}

/** A dash and the item behind it; a map or list in a block starts on the line of the dash. */
export function yamlItem(value: unknown, indent: number): string {
  const text = yamlValue(value, indent, indent + 2)
  return text.startsWith('\n') ? `- ${text.slice(indent + 3)}` : `-${text}`
}

/** Everything on one line, as it stands in braces. */
export function flow(value: unknown): string {
  if (typeof value === 'string') return textScalar(value, true)
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (!isRecord(value)) return otherScalar(value)
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  return `{${entries.map(([key, held]) => flowEntry(key, held)).join(', ')}}`
}

/** `key: value` in braces. */
export function flowEntry(key: string, value: unknown): string {
  const name = textScalar(key, true)
  return `${name.length > longestKey ? '? ' : ''}${name}: ${flow(value)}`
}

function mapLines(value: UnknownRecord, indent: number, levels: number): string {
  const pad = ' '.repeat(indent)
  let lines = ''
  for (const key of Object.keys(value)) {
    const held = ownValue(value, key)
    if (held === undefined) continue
    lines += `${lines === '' ? pad : `\n${pad}`}${yamlEntry(key, held, indent, levels - 1)}`
  }
  return lines
}

function listLines(value: readonly unknown[], indent: number): string {
  const pad = ' '.repeat(indent)
  let lines = ''
  for (const item of value) lines += `${lines === '' ? pad : `\n${pad}`}${yamlItem(item, indent)}`
  return lines
}

function fittingMap(value: UnknownRecord, column: number): string | undefined {
  let text = ''
  for (const key of Object.keys(value)) {
    const held = ownValue(value, key)
    if (held === undefined) continue
    if (!isShortScalar(held) || key.length > width) return undefined
    text += `${text === '' ? '' : ', '}${flowEntry(key, held)}`
    if (column + text.length + 2 > width) return undefined
  }
  return `{${text}}`
}

/** Lists of commands and the like are easier to read and to change line by line. */
function fittingList(value: readonly unknown[], column: number): string | undefined {
  let text = ''
  for (const item of value) {
    if (!isShortScalar(item) || (typeof item === 'string' && item.includes(' '))) return undefined
    text += `${text === '' ? '' : ', '}${flow(item)}`
    if (column + text.length + 2 > width) return undefined
  }
  return `[${text}]`
}

function isShortScalar(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= width && !value.includes('\n')
  return typeof value !== 'object' || value === null
}

function hasKeys(value: UnknownRecord): boolean {
  return Object.values(value).some((held) => held !== undefined)
}
