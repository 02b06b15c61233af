/** A value of memory as YAML says it: short forms where they say the same, nothing that is empty of meaning. */
import type { Field, Shape } from './field.ts'
import { isRecord, type UnknownRecord } from './record.ts'

/** The map that YAML writes for a value of this shape, its keys in the table's order. */
export function shorten(shape: Shape, value: UnknownRecord): UnknownRecord {
  const written: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(shape)) {
    const held = value[key]
    if (held === undefined) continue
    const shortened = shortenField(field, held)
    if (field.kind === 'list' && field.inline && Array.isArray(shortened) && shortened.length === 1)
      Object.assign(written, shortened[0])
    else written[key] = shortened
  }
  if (value['$rest'] !== undefined) written['$rest'] = value['$rest']
  return written
}

function shortenField(field: Field, held: unknown): unknown {
  if (field.kind === 'at') return shortenField(field.field, held)
  if (field.kind === 'child' && isRecord(held)) return shortenMap(shorten(field.shape(), held), field.short)
  if (field.kind === 'list' && Array.isArray(held)) {
    const items: unknown[] = held.map((item) =>
      isRecord(item) ? shortenMap(shorten(field.shape(), item), field.short) : item,
    )
    return field.single && items.length === 1 ? items[0] : items
  }
  return held
}

function shortenMap(written: UnknownRecord, main: string | undefined): unknown {
  if (main === undefined) return written
  const keys = Object.keys(written)
  return keys.length === 1 && keys[0] === main ? written[main] : written
}
