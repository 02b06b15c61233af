/** What the table says of a value: its type, and whether the field belongs to the kind that was chosen. */

import { type Around, demandsOn, type Field, isMet, isRecord, type Shape, schema, valueAt } from '../core.ts'
import { t } from '../words/index.ts'
import { inSentence, labelOf, type PlacedField, type Surrounding } from './field-at.ts'

export type Checked = { readonly value: unknown } | { readonly message: string }

const aloneOf = new WeakMap<Field, Shape>()

/** A value brought to the type of a field, or what is wrong with it as a sentence. */
export function checkValue(field: Field, value: unknown): Checked {
  const known = aloneOf.get(field)
  const alone = known ?? { it: field }
  if (!known) aloneOf.set(field, alone)
  const parsed = schema(alone).safeParse({ it: value })
  if (!parsed.success) return { message: sentence(parsed.error.issues[0]?.message ?? t`is not right`) }
  return { value: isRecord(parsed.data) ? parsed.data['it'] : undefined }
}

/** What is wrong with one text of a field of texts. */
export function checkText(field: Field, text: string): string | undefined {
  const checked = checkValue(field, [text])
  return 'message' in checked ? checked.message : undefined
}

/**
 * Why a field can't be chosen now: it belongs to other kinds than the one that its neighbour says. Undefined when it
 * can be, or when it already holds a value, so that it can be taken away.
 */
export function barredBy(placed: PlacedField, spec: unknown): string | undefined {
  if (placed.meta.only === undefined || valueAt(spec, placed.path) !== undefined) return undefined
  const map = innermostMap(placed.around, spec)
  if (map === undefined) return undefined
  for (const demand of demandsOn(placed, map)) {
    const { key, decider, allowed, isOpen } = demand
    if (decider !== undefined && !isOpen && !isMet(demand))
      return t`Only with ${inSentence(labelOf(key.split('.').at(-1) ?? key, decider.meta))} ${allowed.join(' or ')}`
  }
  return undefined
}

/** The maps around a field with what the spec says in them. */
function innermostMap([inner, ...outer]: readonly Surrounding[], spec: unknown): Around | undefined {
  if (inner === undefined) return undefined
  const { path, ...surrounding } = inner
  const value = valueAt(spec, path)
  return { ...surrounding, value: isRecord(value) ? value : {}, outer: innermostMap(outer, spec) }
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
