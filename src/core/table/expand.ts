/** The way back of shorten.ts: what YAML wrote in a short form, with other names or inline, as memory holds it. */
import { ownValue } from '../text/index.ts'
import type { Field, ListField, Shape } from './field.ts'
import { isRecord, type UnknownRecord } from './record.ts'

interface Forms {
  readonly renamed: ReadonlyMap<string, string>
  readonly inlined: readonly [key: string, field: ListField<unknown>] | undefined
}

const formsOf = new WeakMap<Shape, Forms>()

/**
 * Brings a written map to the form of memory: canonical keys, `virtio` as `{type: 'virtio'}`, a single one as a list
 * of one. Nothing is checked: what fits no form stays as it is. A value that is in that form already is unchanged.
 */
export function expand(shape: Shape, written: UnknownRecord): UnknownRecord {
  const forms = formsFor(shape)
  const renamed = forms.renamed.size === 0 ? written : renameKeys(written, forms.renamed)
  const gathered = forms.inlined ? gather(renamed, forms.inlined, shape) : renamed
  return Object.fromEntries(
    Object.entries(gathered).map(([key, held]) => {
      const field = ownValue(shape, key)
      return [key, field ? expandField(field, held) : held]
    }),
  )
}

/** The key that memory uses for a written one: `cpus` is `cpu`. The same key when the table does not rename it. */
export function canonicalKey(shape: Shape, key: string): string {
  return formsFor(shape).renamed.get(key) ?? key
}

/** The list whose item may stand in the map itself, when `key` belongs to such an item. */
export function inlinedBy(shape: Shape, key: string): readonly [string, ListField<unknown>] | undefined {
  const { inlined } = formsFor(shape)
  if (!inlined || Object.hasOwn(shape, key)) return undefined
  return Object.hasOwn(inlined[1].shape(), key) ? inlined : undefined
}

function formsFor(shape: Shape): Forms {
  const known = formsOf.get(shape)
  if (known) return known
  const fields = Object.entries(shape)
  const renamed = new Map(
    fields.flatMap(([key, field]) => (field.meta.alsoReadAs ?? []).map((other) => [other, key] as const)),
  )
  const inlined = fields.flatMap(([key, field]) =>
    field.kind === 'list' && field.inline ? [[key, field] as const] : [],
  )[0]
  const made = { renamed, inlined }
  formsOf.set(shape, made)
  return made
}

function renameKeys(written: UnknownRecord, renamed: ReadonlyMap<string, string>): UnknownRecord {
  const nameOf = (key: string) => {
    const canonical = renamed.get(key)
    return canonical !== undefined && ownValue(written, canonical) === undefined ? canonical : key
  }
  const said = Object.entries(written).filter(([key, held]) => held !== undefined || !renamed.has(key))
  // A canonical key without a value makes room for its other name.
  return Object.fromEntries(
    [...said.filter(([, held]) => held === undefined), ...said.filter(([, held]) => held !== undefined)].map(
      ([key, held]) => [nameOf(key), held],
    ),
  )
}

/** Moves the keys of the list's items that stand in the parent into a list of one. */
function gather(
  written: UnknownRecord,
  [listKey, field]: readonly [string, ListField<unknown>],
  shape: Shape,
): UnknownRecord {
  if (ownValue(written, listKey) !== undefined) return written
  const ofItem = field.shape()
  const isItemKey = (key: string) => Object.hasOwn(ofItem, key) && !Object.hasOwn(shape, key)
  const held = Object.entries(written)
  const item = held.filter(([key, value]) => isItemKey(key) && value !== undefined)
  if (item.length === 0) return written
  return Object.fromEntries([
    ...held.filter(([key]) => !isItemKey(key)),
    [listKey, [Object.fromEntries(item)]],
  ])
}

function expandField(field: Field, held: unknown): unknown {
  if (held === undefined) return held
  switch (field.kind) {
    case 'child':
      return expandMap(field.shape(), field.short, held)
    case 'list': {
      const items: unknown = field.single && !Array.isArray(held) ? [held] : held
      return Array.isArray(items)
        ? items.map((item: unknown) => expandMap(field.shape(), field.short, item))
        : items
    }
    default:
      return held
  }
}

function expandMap(shape: Shape, short: string | undefined, held: unknown): unknown {
  if (isRecord(held)) return expand(shape, held)
  if (short === undefined || Array.isArray(held) || held === null || held === undefined) return held
  return { [short]: held }
}
