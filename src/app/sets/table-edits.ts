/** Changes of a table, each giving another one; the limits of a table hold. */
import { type SetTable, setLimits } from '../../core/set/set.ts'

/** A cell; the heading of a column for no row. */
export interface CellPlace {
  readonly row: number | undefined
  readonly column: number
}

/** Whether a heading is that of the names, which each table has. */
export function isNameHeading(heading: string): boolean {
  return heading.trim().toLowerCase() === 'name'
}

/** The same table when it says that already. */
export function withCell(table: SetTable, { row, column }: CellPlace, text: string): SetTable {
  const short = text.slice(0, setLimits.cell)
  if (row === undefined) return { ...table, columns: table.columns.with(column, short) }
  const cells = table.rows[row]
  if (cells === undefined || (cells[column] ?? '') === short) return table
  return { ...table, rows: table.rows.with(row, filledTo(cells, table.columns.length).with(column, short)) }
}

/** @returns the same table when it is full */
export function withRows(table: SetTable, rows: readonly (readonly string[])[]): SetTable {
  const all = [...table.rows, ...rows].slice(0, setLimits.rows)
  return all.length === table.rows.length ? table : { ...table, rows: all }
}

export function withoutRow(table: SetTable, row: number): SetTable {
  return { ...table, rows: table.rows.toSpliced(row, 1) }
}

/** @returns the same table when it has as many columns as it may */
export function withColumn(table: SetTable, heading: string): SetTable {
  return table.columns.length < setLimits.columns ? { ...table, columns: [...table.columns, heading] } : table
}

export function withoutColumn({ columns, rows }: SetTable, column: number): SetTable {
  return {
    columns: columns.toSpliced(column, 1),
    rows: rows.map((cells) => (column < cells.length ? cells.toSpliced(column, 1) : cells)),
  }
}

/** A row of empty cells, with a name. */
export function rowNamed({ columns }: SetTable, nameColumn: number, name: string): readonly string[] {
  return columns.map((_, index) => (index === nameColumn ? name : ''))
}

/** Puts cells into the table from a place on, which grows where they go beyond it; a column more has no heading yet. */
export function withBlock(
  table: SetTable,
  { row = 0, column }: CellPlace,
  block: readonly (readonly string[])[],
): SetTable {
  const width = Math.min(
    Math.max(table.columns.length, ...block.map((cells) => column + cells.length)),
    setLimits.columns,
  )
  const length = Math.min(Math.max(table.rows.length, row + block.length), setLimits.rows)
  return {
    columns: filledTo(table.columns, width),
    rows: Array.from({ length }, (_, index) => {
      const held = table.rows[index] ?? []
      const put = block[index - row]
      if (put === undefined) return held
      return filledTo(held, width).map((text, at) => put[at - column] ?? text)
    }),
  }
}

function filledTo(cells: readonly string[], length: number): readonly string[] {
  return Array.from({ length: Math.max(length, cells.length) }, (_, index) => cells[index] ?? '')
}
