/** What a device says and has no property for, and what becomes of the fields that have one. */
import { isRecord } from '../../table/index.ts'
import { ownValue, setOwn } from '../../text/index.ts'
import { entriesOf, type Properties } from '../properties/property.ts'
import { type FieldTree, fieldTree, saidFields } from '../properties/said-fields.ts'
import { type Decisions, written } from './decisions.ts'

/**
 * The fields that a device says and that its own kind has not, each once; a whole by its own name.
 *
 * @param own the properties of its kind; undefined for a device that has none of these
 * @param all those of all kinds: always the same list
 */
export function fieldsBeyond<T extends object>(
  device: T,
  own: Properties<T> | undefined,
  all: readonly Properties<T>[],
): readonly (readonly string[])[] {
  const { fields, tree } = foreignTo(own ?? nothing, all)
  const said = saidFields(tree, device)
  return said.length === 0
    ? []
    : fields.filter((_, index) => said[index] !== undefined && said[index] !== false)
}

interface Fields {
  readonly fields: readonly (readonly string[])[]
  readonly tree: FieldTree
}

const nothing: Properties<never> = {}
const foreign = new WeakMap<object, WeakMap<object, Fields>>()

/** The fields of all kinds that one has not: each pair is compared once. */
function foreignTo(own: Properties<never>, all: readonly Properties<never>[]): Fields {
  const byOwn = foreign.get(all) ?? new WeakMap<object, Fields>()
  foreign.set(all, byOwn)
  const held = byOwn.get(own)
  if (held !== undefined) return held
  const known = new Set(fieldsOf(own).map((field) => field.join('.')))
  const named = all.flatMap((one) => fieldsOf(one)).map((field) => [field.join('.'), field] as const)
  const fields = [...new Map(named.filter(([name]) => !known.has(name))).values()]
  const made = { fields, tree: fieldTree(fields) }
  byOwn.set(own, made)
  return made
}

function fieldsOf(table: Properties<never>): readonly (readonly string[])[] {
  return entriesOf(table).flatMap(([, one]) =>
    one.kind === 'field' ? [one.whole === undefined ? one.field : [one.whole]] : [],
  )
}

/** What becomes of a device: these tables say their fields, and what becomes of the others is said beside. */
export function decisionsOf<T>(tables: readonly Properties<T>[], others: Decisions<T>): Decisions<T>
export function decisionsOf(tables: readonly Properties<never>[], others: object): object {
  const marks: Record<string, unknown> = { ...others }
  for (const table of tables)
    for (const [, one] of entriesOf(table)) if (one.kind === 'field') mark(marks, one.field)
  return marks
}

function mark(marks: Record<string, unknown>, [first = '', ...deeper]: readonly string[]): void {
  const before = ownValue(marks, first)
  if (deeper.length === 0) setOwn<unknown>(marks, first, written)
  else if (before === undefined || isRecord(before)) {
    const inner = { ...before }
    mark(inner, deeper)
    setOwn<unknown>(marks, first, inner)
  }
}
