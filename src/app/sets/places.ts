/** Where findings stand in a table. */
import type { SetFinding, SetPlace } from '../../core/set/set.ts'
import type { Severity } from '../core.ts'

/** What is said at one place of the table. */
export interface Mark {
  readonly severity: Severity
  readonly messages: readonly string[]
}

/** The marks of one row: by column, and of the row itself below -1. */
export type RowMarks = ReadonlyMap<number, Mark>

/** Stands for the row itself among columns, and for the headings among rows. */
export const whole = -1

const weights: Readonly<Record<Severity, number>> = { error: 2, warning: 1, advice: 0 }

/** The marks of a table, by row; a clash stands at both. What is about nothing of the table has none. */
export function marksOf(findings: readonly SetFinding[]): ReadonlyMap<number, RowMarks> {
  const rows = new Map<number, Map<number, Mark>>()
  const mark = ({ row = whole, column = whole }: SetPlace, { severity, message }: SetFinding) => {
    if (row === whole && column === whole) return
    const marks = rows.get(row) ?? new Map<number, Mark>()
    rows.set(row, marks)
    const before = marks.get(column)
    if (before?.messages.includes(message) === true) return
    const heavier =
      before !== undefined && weights[before.severity] >= weights[severity] ? before.severity : severity
    marks.set(column, { severity: heavier, messages: [...(before?.messages ?? []), message] })
  }
  for (const finding of findings) {
    mark(finding, finding)
    if (finding.other !== undefined) mark(finding.other, finding)
  }
  return rows
}
