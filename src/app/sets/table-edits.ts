/** Changes of a table, each giving another one, which may be larger than a table may be. */
import type { SetTable } from '../../core/set/set.ts'

/** A cell; the heading of a column for no row. */
export interface CellPlace {
  readonly row: number | undefined
  readonly column: number
}

/** The same table when it says that already. */
export function withCell(table: SetTable, { row, column }: CellPlace, text: string): SetTable {
  if (row === undefined) return { ...table, columns: table.columns.with(column, text) }
  const cells = table.rows[row]
  if (cells === undefined || (cells[column] ?? '') === text) return table
  return { ...table, rows: table.rows.with(row, filledTo(cells, table.columns.length).with(column, text)) }
}

export function withRows(table: SetTable, rows: readonly (readonly string[])[]): SetTable {
  return { ...table, rows: [...table.rows, ...rows] }
}

export function withoutRow(table: SetTable, row: number): SetTable {
  return { ...table, rows: table.rows.toSpliced(row, 1) }
}

export function withColumn(table: SetTable, heading: string): SetTable {
  return { ...table, columns: [...table.columns, heading] }
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
  const width = Math.max(table.columns.length, ...block.map((cells) => column + cells.length))
  const length = Math.max(table.rows.length, row + block.length)
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

/** Each cell has a column, which has no heading yet where a row went beyond the headings. */
export function withHeadings(table: SetTable): SetTable {
  const width = Math.max(0, ...table.rows.map((cells) => cells.length))
  return width <= table.columns.length ? table : { ...table, columns: filledTo(table.columns, width) }
}

function filledTo(cells: readonly string[], length: number): readonly string[] {
  return Array.from({ length: Math.max(length, cells.length) }, (_, index) => cells[index] ?? '')
}
