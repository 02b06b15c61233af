/** The way back: from several VMs, as a vm.yml has them below `vms:`, to one design and a table of what differs. */
import { type Change, formatPath, type Path } from '../finding.ts'
import { valueAt } from '../path.ts'
import { applyChanges, type Design, equal, type VmSpec } from '../spec/index.ts'
import { isRecord, wordOf } from '../table/index.ts'
import { fieldPlace } from './column-place.ts'
import { knownColumns } from './known-columns.ts'
import { setLimits, type VmSet } from './set.ts'
import { vmsOfSet } from './vms-of-set.ts'

/**
 * The design is the first one, without what not all of them have; a column is as deep as the difference. Its VMs are
 * those that went in, which is looked at.
 *
 * @param name what the set is called
 * @returns undefined for fewer than two VMs, and for those that no table says
 */
export function setOfDesigns(designs: readonly Design[], name: string): VmSet | undefined {
  const [first, second] = designs
  if (first === undefined || second === undefined || designs.length > setLimits.rows) return undefined
  const specs = designs.map(({ spec }) => spec)
  const paths = differingPaths(specs, [])
  if (paths === undefined || paths.length >= setLimits.columns) return undefined
  const columns = paths.map((path) => ({ path, cells: specs.map((spec) => cellOf(spec, path)) }))
  const said = columns.map(({ path, cells }) => ({ path, cells: cells.map((cell) => cell ?? '') }))
  const notOfAll = columns.filter(({ cells }) => cells.some((cell) => cell === undefined))
  const spec = applyChanges(
    first.spec,
    notOfAll.map(({ path }): Change => ({ path })),
  )
  const set: VmSet = {
    design: { name, spec },
    table: {
      columns: ['name', ...said.map(({ path }) => headingOf(path))],
      rows: designs.map((design, row) => [design.name, ...said.map(({ cells }) => cells[row] ?? '')]),
    },
  }
  const { vms, findings } = vmsOfSet(set)
  const isSame =
    vms.length === designs.length && vms.every(({ design }, index) => equal(design, designs[index]))
  // A value that its field does not take stays as it is in a design, and in no cell.
  return isSame && findings.every(({ code }) => code.startsWith('spec.')) ? set : undefined
}

/** The deepest places that hold all there is to tell of how the values differ; undefined where no column says it. */
function differingPaths(held: readonly unknown[], path: Path): readonly Path[] | undefined {
  const [first] = held
  if (held.every((one) => equal(one, first))) return []
  const isWhole = path.length > 0 && fieldPlace(formatPath(path)) !== undefined
  const inner = innerPaths(held, path)
  if (inner !== undefined) return inner
  return isWhole && held.every((one) => one === undefined || isSayable(one, path)) ? [path] : undefined
}

function innerPaths(held: readonly unknown[], path: Path): readonly Path[] | undefined {
  const below = (keys: readonly (string | number)[]) => {
    const found: Path[] = []
    for (const key of keys) {
      const inner = differingPaths(
        held.map((one) => valueAt(one, [key])),
        [...path, key],
      )
      if (inner === undefined) return undefined
      found.push(...inner)
    }
    return found
  }
  const maps = held.filter((one) => one !== undefined)
  // One without anything in it would be the same as none.
  if (maps.every((one) => isRecord(one) && (maps.length === held.length || Object.keys(one).length > 0)))
    return below([...new Set(maps.flatMap((one) => (isRecord(one) ? Object.keys(one) : [])))])
  const [length, ...others] = new Set(held.map((one) => (Array.isArray(one) ? one.length : undefined)))
  if (length === undefined || others.length > 0) return undefined
  return below(Array.from({ length }, (_, index) => index))
}

/** A text must not be empty, since that leaves the design as it is; a cell loses the blanks around it, and counts. */
function isSayable(held: unknown, path: Path): boolean {
  const cell = textOf(held, path)
  return cell !== '' && cell === cell.trim() && cell.length <= setLimits.cell
}

function textOf(held: unknown, path: Path): string {
  const isMap = fieldPlace(formatPath(path))?.holds === 'map'
  return isMap || (typeof held === 'object' && held !== null) ? JSON.stringify(held) : wordOf(held)
}

function cellOf(spec: VmSpec, path: Path): string | undefined {
  const held = valueAt(spec, path)
  return held === undefined ? undefined : textOf(held, path)
}

/** The word for a place, where one says the same of every design. */
function headingOf(path: Path): string {
  const text = formatPath(path)
  const word = Object.entries(knownColumns).find(
    ([, { path: known }]) => known !== undefined && formatPath(known) === text,
  )
  return word?.[0] ?? text
}
