/** What a pasted text does to a table. */
import { columnWords, readCells, readTable, type SetTable } from '../../core/set/index.ts'
import { type CellPlace, isNameHeading, withBlock } from './table-edits.ts'

/** The table that a text is by itself: its first line has headings, one of them for the name. */
export function wholeTable(text: string): SetTable | undefined {
  const { table, findings } = readTable(text)
  if (findings.some(({ code }) => code === 'set.empty' || code === 'set.too-large')) return undefined
  return table.rows.length > 0 && table.columns.some(isNameHeading) ? table : undefined
}

/**
 * A text of several cells that is pasted at a cell. With a heading of its own it is the table; else it fills cells from
 * there on.
 *
 * @returns undefined for a text that is one cell, which is pasted as any text
 */
export function pasteInto(table: SetTable, place: CellPlace, text: string): SetTable | undefined {
  if (!/[\t\n]/.test(text.trimEnd())) return undefined
  const whole = wholeTable(text)
  if (whole !== undefined) return whole
  const block = readCells(text)
  if (block.length === 0) return undefined
  if (place.row !== undefined) return withBlock(table, place, block)
  const [headings = [], ...rows] = block
  const { columns } = withBlock({ ...table, rows: [] }, { row: 0, column: place.column }, [headings])
  const named = columns.map((heading, index) => headings[index - place.column] ?? heading)
  return withBlock({ ...table, columns: named }, { row: 0, column: place.column }, rows)
}

/** What a heading is about; undefined for one that is no known word. */
export function helpOfColumn(heading: string): string | undefined {
  return columnWords.find(({ word }) => word === heading.trim().toLowerCase())?.help
}
