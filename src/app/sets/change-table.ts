/** Changes of the table of the page, each with what the undo button says of it. */
import { beyondLimits, type SetTable } from '../../core/set/set.ts'
import { isNameHeading } from '../open/begins-table.ts'
import { vmDocument } from '../store.ts'
import { announce } from '../ui/index.ts'
import { counted, t, translated } from '../words/index.ts'
import { findingInWords } from './finding-in-words.ts'
import type { PastedTable, RefusedTable } from './paste-table.ts'
import {
  type CellPlace,
  rowNamed,
  withCell,
  withColumn,
  withoutColumn,
  withoutRow,
  withRows,
} from './table-edits.ts'

const nothing: SetTable = { columns: ['name'], rows: [] }

/** The table of the page; one that only has the names where there is none yet. */
export function presentTable(): SetTable {
  return vmDocument.store.getState().table ?? nothing
}

/** Typing in one cell is one step. */
export function typeCell(place: CellPlace, text: string): void {
  // The other cells were looked at when they came.
  if (isRefused({ columns: [], rows: [[text]] })) return
  const next = withCell(presentTable(), place, text)
  vmDocument.changeTable(next, t`change the table`, `${place.row ?? '-'} ${place.column}`)
}

/** @returns false when the table is full, as for all that adds to it: that is said, and the table stays as it is */
export function addRow(): boolean {
  return takeTable(withRows(presentTable(), [[]]), t`add a VM to the table`)
}

/** Rows that have a name alone. */
export function addNames(names: readonly string[]): boolean {
  const table = presentTable()
  const at = nameColumnOf(table)
  const named = at < 0 ? withColumn(table, 'name') : table
  const rows = names.map((name) => rowNamed(named, nameColumnOf(named), name))
  // A row in which nothing was said yet makes room.
  const filled = { ...named, rows: named.rows.filter((cells) => cells.some((cell) => cell !== '')) }
  return takeTable(withRows(filled, rows), t`add VMs to the table`)
}

function nameColumnOf({ columns }: SetTable): number {
  return columns.findIndex(isNameHeading)
}

export function removeRow(row: number): void {
  vmDocument.changeTable(withoutRow(presentTable(), row), t`remove row ${row + 1} of the table`)
}

export function addColumn(heading: string): boolean {
  return takeTable(withColumn(presentTable(), heading), t`add the column ${heading}`)
}

export function removeColumn(column: number): void {
  const table = presentTable()
  const heading = table.columns[column] ?? ''
  vmDocument.changeTable(withoutColumn(table, column), t`remove the column ${heading}`)
}

export function takeTable(table: SetTable, step: string): boolean {
  if (isRefused(table)) return false
  vmDocument.changeTable(table, step)
  return true
}

/** Takes what was pasted or opened, and says what is wrong with its text. */
export function takePasted(pasted: PastedTable | RefusedTable, step: string): boolean {
  if ('refused' in pasted) {
    announce(t`Nothing was changed: ${translated(pasted.refused)}`)
    return false
  }
  const { table, findings } = pasted
  if (!takeTable(table, step)) return false
  const rows = t`The table has ${counted(table.rows.length, 'row')} now.`
  announce([rows, ...findings.map(findingInWords)].join(' '))
  return true
}

function isRefused(table: SetTable): boolean {
  const beyond = beyondLimits(table)
  if (beyond !== undefined) announce(t`Nothing was changed: ${translated(beyond)}`)
  return beyond !== undefined
}

/** One VM again: the design stays. */
export function giveUpTable(): void {
  vmDocument.changeTable(undefined, t`take the table away`)
  announce(t`The design is one VM again; undo brings the table back`)
}
