/** What mends a clash that the table itself can mend. */
import { beyondLimits, namesOfSet, type SetFinding, type SetTable } from '../../core/set/index.ts'
import { formatPath, type VmSpec } from '../core.ts'
import { withCell, withColumn } from './table-edits.ts'

/** The table with a port of the host for each VM, and what the first of them is. */
export interface OwnPorts {
  readonly first: number
  readonly table: SetTable
}

/**
 * All VMs have the port that the design says: a column gives each its own, from that one on.
 *
 * @returns undefined for another finding, and for a design whose port is no number
 */
export function ownPorts(
  { code, column, path }: SetFinding,
  table: SetTable,
  { ssh }: VmSpec,
): OwnPorts | undefined {
  const first = Number(ssh?.port ?? usualPort)
  if (code !== 'set.port-twice' || column !== undefined || formatPath(path) !== 'ssh.port') return undefined
  if (!Number.isInteger(first) || first <= 0) return undefined
  const wider = withColumn(table, 'host port')
  if (beyondLimits(wider) !== undefined) return undefined
  const ports = wider.columns.length - 1
  let port = first
  let next = wider
  for (const [row, cells] of table.rows.entries()) {
    const count = namesOfSet({ columns: table.columns, rows: [cells] }).length
    next = withCell(next, { row, column: ports }, count > 1 ? `{${port}..}` : String(port))
    port += count
  }
  return { first, table: next }
}

/** Where the design says none. */
const usualPort = 2222
