/** What the table says of a value: its type, and whether the field belongs to the kind that was chosen. */
import { ownValue } from '../../core/index.ts'
import { type Field, isRecord, type Scalar, type Shape, schema, valueAt } from '../core.ts'
import { labelOf, type PlacedField, unwrap } from './field-at.ts'

export type Checked = { readonly value: unknown } | { readonly message: string }

const aloneOf = new WeakMap<Field, Shape>()

/** A value brought to the type of a field, or what is wrong with it as a sentence. */
export function checkValue(field: Field, value: unknown): Checked {
  const known = aloneOf.get(field)
  const alone = known ?? { it: field }
  if (!known) aloneOf.set(field, alone)
  const parsed = schema(alone).safeParse({ it: value })
  if (!parsed.success) return { message: sentence(parsed.error.issues[0]?.message ?? 'is not right') }
  return { value: isRecord(parsed.data) ? parsed.data['it'] : undefined }
}

/** What is wrong with one text of a field of texts. */
export function checkText(field: Field, text: string): string | undefined {
  const checked = checkValue(field, [text])
  return 'message' in checked ? checked.message : undefined
}

/** The scalar of a field that has one. */
export function scalarOf(field: Field): Scalar<unknown> | undefined {
  const { bare } = unwrap(field)
  return 'scalar' in bare ? bare.scalar : undefined
}

/**
 * Why a field can't be chosen now: it belongs to other kinds than the one that its neighbour says. Undefined when it
 * can be, or when it already holds a value, so that it can be taken away.
 */
export function barredBy(placed: PlacedField, spec: unknown): string | undefined {
  if (placed.meta.only === undefined || valueAt(spec, placed.path) !== undefined) return undefined
  for (const [key, allowed] of Object.entries(placed.meta.only)) {
    // The neighbour stands in the same table, or in the one around it when the field is in a map of the device.
    const owner = placed.around.find(({ shape }) => decides(ownValue(shape, key), allowed))
    const decider = ownValue(owner?.shape, key)
    if (owner === undefined || decider === undefined) continue
    const said = valueAt(spec, [...owner.path, key]) ?? decider.meta.default
    if (said !== undefined && allowed.includes(String(said))) continue
    return `Only with ${labelOf(key, decider.meta).toLowerCase()} ${allowed.join(' or ')}`
  }
  return undefined
}

function decides(field: Field | undefined, allowed: readonly string[]): boolean {
  if (field === undefined) return false
  const scalar = scalarOf(field)
  const words = [...(scalar?.choices ?? []), ...Object.keys(scalar?.aliases ?? {})]
  return allowed.every((word) => words.includes(word))
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
