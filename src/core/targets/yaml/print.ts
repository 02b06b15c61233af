/**
 * A tree of plain data as YAML, with the way to what each line says. Only what stands as it is, in the YAML of every
 * version, goes without quotes; texts of several lines are written by the library.
 */
import { yamlOf } from '../../cloudinit/index.ts'
import { isRecord, type UnknownRecord } from '../../table/index.ts'
import { nameOfItem } from '../kubevirt/words/hand.ts'
import type { Way } from '../kubevirt/words/tree.ts'

export interface PrintedLine {
  readonly text: string
  readonly way: Way
}

export function printedYaml(map: UnknownRecord): PrintedLine[] {
  const lines: PrintedLine[] = []
  addMap(lines, map, '', '', [])
  return lines
}

/** @param first what stands before the first key: the dash of a list */
function addMap(lines: PrintedLine[], map: UnknownRecord, indent: string, first: string, way: Way): void {
  let start = first === '' ? indent : first
  for (const [key, value] of Object.entries(map)) {
    if (value === undefined) continue
    addValue(lines, `${start}${scalar(key)}:`, value, indent, [...way, key])
    start = indent
  }
}

function addValue(lines: PrintedLine[], head: string, value: unknown, indent: string, way: Way): void {
  if (Array.isArray(value)) {
    lines.push({ text: value.length === 0 ? `${head} []` : head, way })
    for (const [index, item] of value.entries())
      addItem(lines, item, `${indent}  `, [...way, mark(item, index)])
  } else if (isRecord(value)) {
    const isEmpty = Object.values(value).every((held) => held === undefined)
    lines.push({ text: isEmpty ? `${head} {}` : head, way })
    addMap(lines, value, `${indent}  `, '', way)
  } else if (typeof value === 'string' && value.includes('\n')) {
    const [begin = '', ...block] = yamlOf({ x: value }).slice(0, -1).split('\n')
    lines.push({ text: `${head}${begin.slice(2)}`, way })
    for (const line of block) lines.push({ text: line === '' ? '' : indent + line, way })
  } else lines.push({ text: `${head} ${scalar(value)}`, way })
}

/** Items of a list are told by their names, as far as they have some. */
function mark(item: unknown, index: number): string {
  return `=${nameOfItem(item) ?? index}`
}

function addItem(lines: PrintedLine[], item: unknown, indent: string, way: Way): void {
  if (isRecord(item) && Object.values(item).some((held) => held !== undefined))
    addMap(lines, item, `${indent}  `, `${indent}- `, way)
  else lines.push({ text: `${indent}- ${isRecord(item) ? '{}' : scalar(item)}`, way })
}

const plain = /^(?:[A-Za-z/](?:[\w./-]|:(?=[\w/]))*|\d{1,9}[KMGTPE]i)$/
/** Texts that some reader takes for something else. */
const taken = /^(?:y|n|yes|no|on|off|true|false|null)$/i
const unprintable = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g

function scalar(value: unknown): string {
  if (typeof value === 'string' && plain.test(value) && !taken.test(value)) return value
  const written = JSON.stringify(typeof value === 'string' ? value.toWellFormed() : value) ?? 'null'
  return written.replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
