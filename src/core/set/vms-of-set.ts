/** From a set to its VMs. */
import type { Change, Finding, Path } from '../finding.ts'
import { startsWith } from '../path.ts'
import { applyChanges, checkSpec, type Design, nameProblem, type VmSpec } from '../spec/index.ts'
import { type Column, type Columns, columnsOf } from './columns.ts'
import { type CountedCell, countersOf } from './counters.ts'
import { type SetFinding, type SetTable, setLimits, type VmSet } from './set.ts'

/** One VM of a set. */
export interface SetVm {
  readonly design: Design
  /** The row of the table that it is from. */
  readonly row: number
  /** The column of the names. */
  readonly nameColumn: number
  /** The column that said what stands at a place of the design; undefined for the design's own word. */
  columnOf(path: Path): number | undefined
}

export interface VmsOfSet {
  readonly vms: readonly SetVm[]
  /** What is wrong with headings and cells: codes `set.*`, and `spec.*` for a value that its field does not take. */
  readonly findings: readonly SetFinding[]
}

/** The designs of all rows. A row without a name makes none, and a cell that is wrong leaves the design as it is. */
export function vmsOfSet({ design, table }: VmSet): VmsOfSet {
  const columns = columnsOf(table.columns)
  const findings: SetFinding[] = [...columns.findings]
  const vms: SetVm[] = []
  const base = baseOf(design.spec)
  if (table.rows.length === 0) {
    const message = 'The table has no rows: each is a VM.'
    findings.push({ code: 'set.empty', severity: 'error', path: [], message })
  }
  for (const [row, cells] of table.rows.entries()) {
    if (columns.name === undefined) break
    for (const texts of counted(cells, row, columns, findings)) {
      if (vms.length === setLimits.rows) {
        const message = `The rows make more than ${setLimits.rows} VMs; the others are left out.`
        findings.push({ code: 'set.too-large', severity: 'error', path: [], message, row })
        return { vms, findings }
      }
      const made = vmOfRow(base, texts, row, columns.name, columns.others)
      findings.push(...made.findings)
      if (made.vm !== undefined) vms.push(made.vm)
    }
  }
  return { vms, findings }
}

/** What the VMs of a table are called, without a look at anything else; one that has no name is left out. */
export function namesOfSet({ columns: headings, rows }: SetTable): readonly string[] {
  const columns = columnsOf(headings)
  const { name } = columns
  if (name === undefined) return []
  return rows
    .flatMap((cells, row) => counted(cells, row, columns, []).map((texts) => texts[name] ?? ''))
    .filter((text) => text !== '')
    .slice(0, setLimits.rows)
}

/** The design of one row without counters, which stands nowhere else: for a test, or a row in the making. */
export function designOfRow(set: VmSet, row: number): Design | undefined {
  return vmsOfSet(set).vms.find((vm) => vm.row === row)?.design
}

/** The rows that one row makes by counting; itself when nothing counts. */
function counted(
  cells: readonly string[],
  row: number,
  { name, others }: Columns,
  findings: SetFinding[],
): (readonly string[])[] {
  const inUse = new Map(others.map(({ index, isHexadecimal }) => [index, isHexadecimal]))
  const counters = new Map<number, CountedCell>()
  let length: number | undefined
  for (const [column, text] of cells.entries()) {
    if (column !== name && !inUse.has(column)) continue
    const read = countersOf(text, inUse.get(column) === true)
    if (read === undefined) continue
    const wrong =
      'wrong' in read
        ? read.wrong
        : length !== undefined && read.length !== undefined && read.length !== length
          ? `This cell makes ${read.length} rows, another one of the row ${length}.`
          : undefined
    if (wrong !== undefined) {
      findings.push({ code: 'set.counter', severity: 'error', path: [], message: wrong, row, column })
      return []
    }
    if ('wrong' in read) continue
    length ??= read.length
    counters.set(column, read)
  }
  return Array.from({ length: length ?? 1 }, (_, index) =>
    cells.map((text, column) => counters.get(column)?.textAt(index) ?? text),
  )
}

interface MadeVm {
  readonly vm: SetVm | undefined
  readonly findings: readonly SetFinding[]
}

/** A design, and what is wrong with it whatever a row says. */
interface Base {
  readonly spec: VmSpec
  readonly known: ReadonlySet<string>
}

function baseOf(spec: VmSpec): Base {
  return { spec, known: new Set(checkSpec(spec).findings.map(markOf)) }
}

function markOf({ code, path, message }: Finding): string {
  return JSON.stringify([code, path, message])
}

interface Said {
  readonly column: number
  readonly changes: readonly Change[]
}

function vmOfRow(
  base: Base,
  texts: readonly string[],
  row: number,
  nameAt: number,
  columns: readonly Column[],
): MadeVm {
  const name = texts[nameAt] ?? ''
  const problem = nameProblem(name)
  if (problem !== undefined) {
    const place = { row, column: nameAt } as const
    const finding: SetFinding = { code: 'spec.name', severity: 'error', path: [], message: problem, ...place }
    return { vm: undefined, findings: [finding] }
  }
  const findings: SetFinding[] = []
  const all: Said[] = []
  for (const { index: column, says } of columns) {
    const text = texts[column] ?? ''
    if (text === '') continue
    const said = says(text, base.spec)
    if ('wrong' in said)
      findings.push({ code: 'set.cell', severity: 'error', path: [], message: said.wrong, row, column })
    else all.push({ column, changes: said })
  }
  const first = checkedRow(base, all)
  const wrong = new Set(first.wrong.flatMap(({ column }) => (column === undefined ? [] : [column])))
  findings.push(...first.wrong.map((finding) => ({ ...finding, row })))
  const right = all.filter(({ column }) => !wrong.has(column))
  const { spec } = wrong.size === 0 ? first : checkedRow(base, right)
  return {
    vm: { design: { name, spec }, row, nameColumn: nameAt, columnOf: (path) => columnAt(right, path) },
    findings,
  }
}

/** The design with what cells say, and what is wrong with it since. */
function checkedRow(
  { spec: base, known }: Base,
  all: readonly Said[],
): { readonly spec: VmSpec; readonly wrong: readonly SetFinding[] } {
  const written = applyChanges(
    base,
    all.flatMap(({ changes }) => changes),
  )
  const { spec, findings } = checkSpec(written)
  const wrong = findings.flatMap(({ part: _, ...finding }): SetFinding[] => {
    if (known.has(markOf(finding))) return []
    const column = columnAt(all, finding.path)
    return [column === undefined ? finding : { ...finding, column }]
  })
  return { spec, wrong }
}

/** The last column that said what is at the place, around it or below it. */
function columnAt(all: readonly Said[], path: Path): number | undefined {
  return all.findLast(({ changes }) =>
    changes.some(
      (change) => startsWith(path, change.path) || (path.length > 0 && startsWith(change.path, path)),
    ),
  )?.column
}
