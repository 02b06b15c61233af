/** What the headings of a table are about. */

import { formatPath } from '../finding.ts'
import { samePath } from '../path.ts'
import type { VmSpec } from '../spec/index.ts'
import { ownValue, readJson } from '../text/index.ts'
import { type FieldPlace, fieldPlace, nearestField } from './column-place.ts'
import { knownColumns, nameColumn, type SaidByCell } from './known-columns.ts'
import type { SetFinding } from './set.ts'

/** A column that says something of the design. */
export interface Column {
  readonly index: number
  /** Whether counters in it count in hexadecimal. */
  readonly isHexadecimal: boolean
  says(text: string, spec: VmSpec): SaidByCell
}

export interface Columns {
  /** Index of the column with the names. */
  readonly name: number | undefined
  readonly others: readonly Column[]
  readonly findings: readonly SetFinding[]
}

const named = { ...nameColumn, ...knownColumns }

/** The words that a heading may be, each with what it is for. */
export const columnWords: readonly { readonly word: string; readonly help: string }[] = Object.entries(
  named,
).map(([word, { help }]) => ({ word, help }))

const wordOfHeading: ReadonlyMap<string, string> = new Map(
  Object.entries(named).flatMap(([word, { also }]) => [word, ...also].map((one) => [one, word] as const)),
)

/** Reads the headings. What names nothing is a finding, and its cells say nothing. */
export function columnsOf(headings: readonly string[]): Columns {
  const findings: SetFinding[] = []
  const say = (code: SetFinding['code'], column: number, message: string) =>
    findings.push({ code, severity: 'error', path: [], column, message })
  const others: Column[] = []
  const seen = new Map<string, string>()
  let name: number | undefined
  for (const [index, heading] of headings.entries()) {
    const word = wordOfHeading.get(
      heading
        .toLowerCase()
        .trim()
        .replace(/[\s_-]+/g, ' '),
    )
    const place = word === undefined ? fieldPlace(heading) : undefined
    const mark = word ?? (place && formatPath(place.path))
    if (mark === undefined) {
      say('set.column-unknown', index, unknown(heading))
      continue
    }
    const before = seen.get(mark)
    if (before !== undefined) {
      say(
        'set.column-twice',
        index,
        `${quoted(heading)} is what the column ${quoted(before)} is about already.`,
      )
      continue
    }
    seen.set(mark, heading)
    if (word === 'name') name = index
    else if (word !== undefined) {
      const known = ownValue(knownColumns, word)
      if (known !== undefined)
        others.push({
          index,
          isHexadecimal: known.isHexadecimal === true,
          says: (...cell) => known.says(...cell),
        })
    } else if (place !== undefined)
      others.push({ index, isHexadecimal: isMac(place), says: (text) => saysAt(place, text) })
  }
  if (name === undefined && headings.length > 0)
    findings.push({
      code: 'set.no-name',
      severity: 'error',
      path: [],
      message: 'No column is called name: each VM needs a name of its own.',
    })
  return { name, others, findings }
}

function unknown(heading: string): string {
  if (heading === '') return 'This column has no heading.'
  const near = nearestField(heading, [...wordOfHeading.keys()])
  const meant = near === undefined ? '' : ` Did you mean ${quoted(near)}?`
  return `${quoted(heading)} is no field of a design.${meant} Write one of ${[...Object.keys(named)].join(', ')}, or the path of a field.`
}

function quoted(heading: string): string {
  return `\`${heading}\``
}

function isMac({ path }: FieldPlace): boolean {
  return path.includes('mac') && (path.at(-1) === 'address' || samePath(path, ['network', 'mac']))
}

/** Lists and maps are JSON; a list of texts may be one a line, and what has a short form is said by that. */
function saysAt({ path, holds }: FieldPlace, text: string): SaidByCell {
  if (holds === 'one') return [{ path, value: text }]
  if (!/^[[{]/.test(text)) return [{ path, value: holds === 'list' ? text.split(/\r?\n/) : text }]
  const { value, findings } = readJson(text)
  const [first] = findings
  return first === undefined ? [{ path, value }] : { wrong: `This is no JSON: ${first.message}` }
}
