/** Changes of the table of the page, each with what the undo button says of it. */
import type { SetTable } from '../../core/set/set.ts'
import { vmDocument } from '../store.ts'
import { announce } from '../ui/index.ts'
import { t } from '../words/index.ts'
import {
  type CellPlace,
  isNameHeading,
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
  const next = withCell(presentTable(), place, text)
  vmDocument.changeTable(next, t`change the table`, `${place.row ?? '-'} ${place.column}`)
}

export function addRow(): void {
  vmDocument.changeTable(withRows(presentTable(), [[]]), t`add a VM to the table`)
}

/** Rows that have a name alone. */
export function addNames(names: readonly string[]): void {
  const table = presentTable()
  const at = nameColumnOf(table)
  const named = at < 0 ? withColumn(table, 'name') : table
  const rows = names.map((name) => rowNamed(named, nameColumnOf(named), name))
  // A row in which nothing was said yet makes room.
  const filled = { ...named, rows: named.rows.filter((cells) => cells.some((cell) => cell !== '')) }
  takeTable(withRows(filled, rows), t`add VMs to the table`)
}

function nameColumnOf({ columns }: SetTable): number {
  return columns.findIndex(isNameHeading)
}

export function removeRow(row: number): void {
  vmDocument.changeTable(withoutRow(presentTable(), row), t`remove row ${row + 1} of the table`)
}

export function addColumn(heading: string): void {
  vmDocument.changeTable(withColumn(presentTable(), heading), t`add the column ${heading}`)
}

export function removeColumn(column: number): void {
  const table = presentTable()
  const heading = table.columns[column] ?? ''
  vmDocument.changeTable(withoutColumn(table, column), t`remove the column ${heading}`)
}

export function takeTable(table: SetTable, step: string): void {
  vmDocument.changeTable(table, step)
}

/** One VM again: the design stays. */
export function giveUpTable(): void {
  vmDocument.changeTable(undefined, t`take the table away`)
  announce(t`The design is one VM again; undo brings the table back`)
}
