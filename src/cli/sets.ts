/** `--set TABLE`: many VMs of one design. */
import {
  checkSet,
  type Finding,
  type HostFacts,
  type ReadTable,
  readTable,
  type SetFinding,
  type SetVm,
  type VmSet,
  vmsOfSet,
} from '../core/index.ts'
import { sorted } from './findings.ts'
import type { Io } from './io.ts'
import { chosen, type Loaded, namesOf } from './load.ts'

export interface LoadedSet {
  /** The file of the table. */
  readonly file: string
  /** Undefined when there is no design or no table. */
  readonly set: VmSet | undefined
  readonly vms: readonly SetVm[]
  /** About the table, and what clashes between its rows. */
  readonly findings: readonly SetFinding[]
  readonly positionOf: ReadTable['positionOf']
}

/** @param vm the design that is meant, where the input has several */
export async function loadSet(
  file: string,
  loaded: Loaded,
  vm: string | undefined,
  host: HostFacts | undefined,
  io: Io,
): Promise<LoadedSet> {
  const { designs, findings } = chosen(loaded, vm)
  const nothing = { file, set: undefined, vms: [], positionOf: () => undefined }
  const [design, another] = designs
  if (design === undefined) return { ...nothing, findings }
  if (another !== undefined) {
    const message = `There are ${designs.length} VMs here: ${namesOf(designs)}. Say which the table is about with --vm NAME.`
    return { ...nothing, findings: [{ code: 'input.several-vms', severity: 'error', path: [], message }] }
  }
  const read = await io.read(file)
  if ('refused' in read) {
    const message = `${file} cannot be read: ${read.refused}`
    return { ...nothing, findings: [{ code: 'input.unreadable', severity: 'error', path: [], message }] }
  }
  const { table, findings: ofTable, positionOf } = readTable(read.text)
  const set = { design, table }
  const made = ofTable.some(({ code }) => code === 'set.empty' || code === 'set.too-large')
    ? { vms: [], findings: [] }
    : vmsOfSet(set)
  return {
    file,
    set,
    vms: made.vms,
    findings: [...ofTable, ...made.findings, ...checkSet(made.vms, host)],
    positionOf,
  }
}

/** Findings with their places: those of cells in the table, all others in the text of the design. */
export function byFile(
  loaded: Loaded,
  { file, set, positionOf }: LoadedSet,
  findings: readonly SetFinding[],
): readonly { readonly file: string; readonly findings: readonly Finding[] }[] {
  const isOfTable = ({ row, column, code }: SetFinding) =>
    row !== undefined || column !== undefined || code.startsWith('set.')
  const ofTable = findings.filter(isOfTable).map(({ row, column, other: _, ...finding }): Finding => {
    const position = positionOf(row, column)
    return position === undefined ? finding : { ...finding, position }
  })
  const ofDesign = findings
    .filter((finding) => !isOfTable(finding))
    .map(({ row: _, column: __, other: ___, ...finding }): Finding => {
      const position = finding.position ?? (set && loaded.positionOf?.(set.design, finding.path))
      return position === undefined ? finding : { ...finding, position }
    })
  return [
    { file: loaded.file, findings: sorted([...loaded.findings, ...ofDesign]) },
    { file, findings: sorted(ofTable) },
  ]
}
