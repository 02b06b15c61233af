/** What a pasted text does to a table. */
import { columnWords, readCells, readTable, type SetTable } from '../../core/set/index.ts'
import type { Finding } from '../core.ts'
import { isNameHeading } from '../open/begins-table.ts'
import { type CellPlace, withBlock, withHeadings } from './table-edits.ts'

/** A table, and what is wrong with its text. */
export interface PastedTable {
  readonly table: SetTable
  readonly findings: readonly Finding[]
}

/** Why a text is no table that can be taken, as a sentence. */
export interface RefusedTable {
  readonly refused: string
}

/** The table that a text is by itself: its first line has headings, one of them for the name. */
export function wholeTable(text: string): PastedTable | RefusedTable | undefined {
  const { table, findings } = readTable(text)
  const tooLarge = findings.find(({ code }) => code === 'set.too-large')
  if (tooLarge !== undefined) return { refused: tooLarge.message }
  // What stands beyond the headings is seen in a column of its own then.
  const ofText = findings.filter(({ code }) => code !== 'set.beyond-heading')
  const isTable = table.rows.length > 0 && table.columns.some(isNameHeading)
  return isTable ? { table: withHeadings(table), findings: ofText } : undefined
}

/**
 * A text of several cells that is pasted at a cell. With a heading of its own it is the table; else it fills cells from
 * there on.
 *
 * @returns undefined for a text that is one cell, which is pasted as any text
 */
export function pasteInto(
  table: SetTable,
  place: CellPlace,
  text: string,
): PastedTable | RefusedTable | undefined {
  if (!/[\t\n]/.test(text.trimEnd())) return undefined
  const whole = wholeTable(text)
  if (whole !== undefined) return whole
  const block = readCells(text)
  if (block.length === 0) return undefined
  if (place.row !== undefined) return { table: withBlock(table, place, block), findings: [] }
  const [headings = [], ...rows] = block
  const { columns } = withBlock({ ...table, rows: [] }, { row: 0, column: place.column }, [headings])
  const named = columns.map((heading, index) => headings[index - place.column] ?? heading)
  const filled = withBlock({ ...table, columns: named }, { row: 0, column: place.column }, rows)
  return { table: filled, findings: [] }
}

/** What a heading is about; undefined for one that is no known word. */
export function helpOfColumn(heading: string): string | undefined {
  return columnWords.find(({ word }) => word === heading.trim().toLowerCase())?.help
}
