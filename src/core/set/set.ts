/** A set: one design, and a table that says for each of its VMs what is another there. */
import { z } from 'zod/mini'
import '../zod-settings.ts'
import type { Finding } from '../finding.ts'
import type { Design } from '../spec/index.ts'

/** What a table may hold. It comes from a clipboard, a file or a link: nothing of it is read before these were counted. */
export const setLimits = {
  /** VMs; as many as a vm.yml may have. */
  rows: 1000,
  columns: 64,
  /** UTF-16 units of one cell. */
  cell: 4096,
  /** UTF-16 units of a whole table as text. */
  text: 1024 * 1024,
} as const

const row = z.array(z.string().check(z.maxLength(setLimits.cell))).check(z.maxLength(setLimits.columns))

/** A table as a link or a program holds it. */
export const setTableSchema = z.strictObject({
  /** What each column is about: a known word, or the path of a field. */
  columns: row,
  /** A VM each, or several where a cell counts; a cell that is empty or missing leaves the design as it is. */
  rows: z.array(row).check(z.maxLength(setLimits.rows)),
})

/** Columns and rows of texts, as they were typed. */
export interface SetTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface VmSet {
  readonly design: Design
  readonly table: SetTable
}

/**
 * What of a table goes beyond the limits, as a sentence; undefined for a table within them. Nothing is ever cut from one
 * that does: it is refused as a whole.
 */
export function beyondLimits({ columns, rows }: SetTable): string | undefined {
  if (rows.length > setLimits.rows)
    return `A table has at most ${setLimits.rows} rows, and this one has more.`
  const all = [columns, ...rows]
  if (all.some((cells) => cells.length > setLimits.columns))
    return `A table has at most ${setLimits.columns} columns, and this one has more.`
  return all.some((cells) => cells.some((cell) => cell.length > setLimits.cell))
    ? `A cell is longer than ${setLimits.cell} characters.`
    : undefined
}

/** A place in the table: a cell, a row, or a column, whose heading is meant. */
export interface SetPlace {
  /** From 0, without the heading. */
  readonly row?: number
  /** From 0. */
  readonly column?: number
}

/** What is wrong at a place of the table. */
export interface SetFinding extends Finding, SetPlace {
  /** Of a clash, the place that has it already. */
  readonly other?: SetPlace
}
