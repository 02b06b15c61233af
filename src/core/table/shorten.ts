/** A value of memory as YAML says it: short forms where they say the same, nothing that is empty of meaning. */
import { ownValue, setOwn } from '../text/index.ts'
import type { Field, ListField, Shape } from './field.ts'
import { isRecord, type UnknownRecord } from './record.ts'

/** The map that YAML writes for a value of this shape, its keys in the table's order. */
export function shorten(shape: Shape, value: UnknownRecord): UnknownRecord {
  const written: Record<string, unknown> = {}
  for (const key in shape) {
    const field = ownValue(shape, key)
    const held = ownValue(value, key)
    if (held === undefined || field === undefined) continue
    const shortened = shortenField(field, held)
    const inline = field.kind === 'list' && field.inline ? inlineItem(shape, shortened) : undefined
    if (inline) Object.assign(written, inline)
    else setOwn(written, key, shortened)
  }
  if (value['$rest'] !== undefined) written['$rest'] = value['$rest']
  return written
}

/** What YAML says for the value of one field. */
export function shortenField(field: Field, held: unknown): unknown {
  if (field.kind === 'child' && isRecord(held)) return shortenMap(shorten(field.shape(), held), field.short)
  if (field.kind === 'list' && Array.isArray(held)) {
    const items: unknown[] = held.map((item: unknown) => shortenItem(field, item))
    const [only] = items
    return field.single && items.length === 1 && !Array.isArray(only) ? only : items
  }
  return held
}

/** What YAML says for one item of a list. */
export function shortenItem(field: ListField<unknown>, item: unknown): unknown {
  return isRecord(item) ? shortenMap(shorten(field.shape(), item), field.short) : item
}

function shortenMap(written: UnknownRecord, main: string | undefined): unknown {
  if (main === undefined) return written
  const keys = Object.keys(written)
  const said = ownValue(written, main)
  return keys.length === 1 && keys[0] === main && (typeof said !== 'object' || said === null) ? said : written
}

/** The keys of a list's only item, when they may stand in the parent without being taken for its own. */
function inlineItem(shape: Shape, shortened: unknown): UnknownRecord | undefined {
  if (!Array.isArray(shortened) || shortened.length !== 1) return undefined
  const item: unknown = shortened[0]
  if (!isRecord(item)) return undefined
  const keys = Object.keys(item)
  return keys.length > 0 && keys.every((key) => !Object.hasOwn(shape, key) && key !== '$rest')
    ? item
    : undefined
}
