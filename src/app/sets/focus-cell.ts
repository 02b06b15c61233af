/** The cells of the table on the page, found by their places. */
import { whole } from './places.ts'
import type { CellPlace } from './table-edits.ts'

/** The place of a cell; undefined for anything else. */
export function placeOf(target: EventTarget): CellPlace | undefined {
  if (!(target instanceof HTMLInputElement) || target.dataset['column'] === undefined) return undefined
  const row = Number(target.dataset['row'])
  return { row: row === whole ? undefined : row, column: Number(target.dataset['column']) }
}

/** Brings the focus to a cell that is yet to be drawn. */
export function focusCellSoon(place: CellPlace): void {
  requestAnimationFrame(() => focusCell(place))
}

/** Brings the focus to a cell; false when there is none. */
export function focusCell({ row, column }: CellPlace): boolean {
  const cell = document.querySelector<HTMLInputElement>(
    `.set-table__cell[data-row="${row ?? whole}"][data-column="${column}"]`,
  )
  cell?.focus()
  return cell !== null
}
