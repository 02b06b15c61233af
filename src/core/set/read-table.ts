/** A table as a spreadsheet copies or saves it: tabs, commas or semicolons between the cells. RFC 4180. */
import type { Position } from '../finding.ts'
import { beyondLimits, type SetFinding, type SetTable, setLimits } from './set.ts'

export interface ReadTable {
  readonly table: SetTable
  /** Codes `set.*`; without a heading or beyond the limits the table is empty. Cells beyond the heading stay in their rows. */
  readonly findings: readonly SetFinding[]
  /** Where a cell stands in the text; the heading for no row; the row's or the heading's first cell for no column. */
  positionOf(row: number | undefined, column: number | undefined): Position | undefined
}

interface Cell extends Position {
  readonly text: string
}

const nothing: SetTable = { columns: [], rows: [] }

/** Reads a heading and rows. Blank lines are passed over; blanks around a cell without quotes say nothing. Never throws. */
export function readTable(text: string): ReadTable {
  if (text.length > setLimits.text)
    return refused(`The table is longer than ${setLimits.text / 1024 / 1024} MiB.`)
  const lines = new Lines(text.replace(/^\uFEFF/, ''))
  const [heading, ...rows] = lines.read()
  if (heading === undefined)
    return refused('The table is empty: begin with a heading such as name, mac, host port.', 'set.empty')
  const columns = saidTexts(heading, 1)
  const table = { columns, rows: rows.map((row) => saidTexts(row, columns.length)) }
  const tooLarge = beyondLimits(table)
  if (tooLarge !== undefined) return refused(tooLarge)
  const findings = rows.flatMap((row, index): SetFinding[] => {
    const beyond = row.findIndex((cell, column) => column >= columns.length && cell.text !== '')
    if (beyond < 0) return []
    const message = `This row has more cells than the heading has columns: what stands in cell ${beyond + 1} says nothing.`
    return [{ code: 'set.beyond-heading', severity: 'error', path: [], message, row: index, column: beyond }]
  })
  if (lines.isUnclosed) {
    const message = 'A quotation mark is not closed before the end of the table.'
    findings.push({ code: 'set.quote', severity: 'error', path: [], message })
  }
  return {
    table,
    findings,
    positionOf: (row, column) => {
      const held = row === undefined ? heading : rows[row]
      const cell = held?.[column ?? 0] ?? held?.at(-1)
      return cell && { line: cell.line, column: cell.column }
    },
  }
}

/**
 * The cells of a part of a table that has no heading of its own, as it is copied out of a spreadsheet; empty rows between
 * others stay. Reading ends where there are more rows than a table may have: the table that they make is too large.
 */
export function readCells(text: string): readonly (readonly string[])[] {
  return new Lines(text.replace(/^\uFEFF/, '')).read(true).map(textsOf)
}

/** Without the empty cells that spreadsheets put behind the others, beyond the first few. */
function saidTexts(cells: readonly Cell[], few: number): readonly string[] {
  const said = cells.findLastIndex((cell) => cell.text !== '') + 1
  return textsOf(cells.slice(0, Math.max(few, said)))
}

function textsOf(cells: readonly Cell[]): readonly string[] {
  return cells.map((cell) => cell.text)
}

function refused(message: string, code: 'set.too-large' | 'set.empty' = 'set.too-large'): ReadTable {
  return {
    table: nothing,
    findings: [{ code, severity: 'error', path: [], message }],
    positionOf: () => undefined,
  }
}

/** What stands between the cells, by the heading: a tab is never in a word, a comma seldom. */
function separatorOf(text: string): string {
  const heading = /^[^\r\n]*/.exec(text.trimStart())?.[0] ?? ''
  const outside = heading.replace(/"[^"]*"/g, '')
  if (outside.includes('\t')) return '\t'
  const count = (sign: string) => outside.split(sign).length
  return count(';') > count(',') ? ';' : ','
}

class Lines {
  isUnclosed = false
  private readonly text: string
  private readonly separator: string
  private at = 0
  private line = 1
  private lineStart = 0

  constructor(text: string) {
    this.text = text
    this.separator = separatorOf(text)
  }

  /** The rows that have any cell with a text, or all; reading ends at more than the limits allow. */
  read(keepsEmpty = false): Cell[][] {
    const rows: Cell[][] = []
    while (this.at < this.text.length && rows.length <= setLimits.rows + 1) {
      const row = this.row()
      if (keepsEmpty || row.some((cell) => cell.text !== '')) rows.push(row)
    }
    return rows
  }

  private row(): Cell[] {
    const cells = [this.cell()]
    while (this.text[this.at] === this.separator) {
      this.at += 1
      cells.push(this.cell())
    }
    this.lineEnd()
    return cells
  }

  private lineEnd(): void {
    if (this.text[this.at] === '\r') this.at += 1
    if (this.text[this.at] === '\n') this.at += 1
    this.line += 1
    this.lineStart = this.at
  }

  private cell(): Cell {
    while (this.text[this.at] === ' ') this.at += 1
    const place = { line: this.line, column: this.at - this.lineStart + 1 }
    const quoted = this.text[this.at] === '"' ? this.quoted() : undefined
    // What stands behind the quotation mark belongs to the cell, as spreadsheets read it.
    const start = this.at
    while (this.at < this.text.length && !this.isEnd()) this.at += 1
    const rest = this.text.slice(start, this.at)
    return { ...place, text: quoted === undefined ? rest.trim() : quoted + rest.trimEnd() }
  }

  private isEnd(): boolean {
    const sign = this.text[this.at]
    return sign === this.separator || sign === '\n' || sign === '\r'
  }

  private quoted(): string {
    let text = ''
    this.at += 1
    for (;;) {
      const end = this.text.indexOf('"', this.at)
      const part = this.text.slice(this.at, end < 0 ? undefined : end)
      text += part
      this.countLines(part)
      if (end < 0) {
        this.at = this.text.length
        this.isUnclosed = true
        return text
      }
      this.at = end + 1
      if (this.text[this.at] !== '"') return text
      text += '"'
      this.at += 1
    }
  }

  private countLines(part: string): void {
    const last = part.lastIndexOf('\n')
    if (last < 0) return
    this.line += part.split('\n').length - 1
    this.lineStart = this.at + last + 1
  }
}
