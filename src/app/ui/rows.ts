import { useState } from 'react'

export interface Rows<R> {
  readonly rows: readonly R[]
  readonly set: (index: number, row: R) => void
  readonly add: (row: R) => void
  readonly remove: (index: number) => void
}

/**
 * Rows being edited, of which only some are good enough to become the value: an empty or half typed row stays
 * on the screen and is left out of what is passed on. A value that changes from outside, as by undo, wins.
 */
export function useRows<R>(
  outside: readonly R[],
  keep: (rows: readonly R[]) => readonly R[],
  onChange: (rows: readonly R[]) => void,
): Rows<R> {
  const [edited, setEdited] = useState<{
    readonly rows: readonly R[]
    readonly seen: string
    readonly meant: string
  }>()
  const now = JSON.stringify(outside)
  const rows = edited !== undefined && (now === edited.seen || now === edited.meant) ? edited.rows : outside

  const apply = (next: readonly R[]) => {
    const kept = keep(next)
    const meant = JSON.stringify(kept)
    setEdited({ rows: next, seen: now, meant })
    if (meant !== now) onChange(kept)
  }

  return {
    rows,
    set: (index, row) => apply(rows.map((old, at) => (at === index ? row : old))),
    add: (row) => apply([...rows, row]),
    remove: (index) => apply(rows.filter((_, at) => at !== index)),
  }
}
