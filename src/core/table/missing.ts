/** What a value leaves out although its table requires it. */
import type { Path } from '../finding.ts'
import { ownValue } from '../text/index.ts'
import type { Field, Shape } from './field.ts'
import { type Around, demandsOn, isMet } from './only.ts'
import { isRecord, type UnknownRecord } from './record.ts'

export interface Missing {
  /** Of the field that is not there. */
  readonly path: Path
  readonly field: Field
}

/**
 * The required fields that are absent although the map they belong to is there. A field that belongs to some kinds
 * only is required when its neighbour, in the same map or in one around it, says such a kind.
 *
 * @param value in the form of memory; it need not be valid
 */
export function missingFields(shape: Shape, value: UnknownRecord): Missing[] {
  const missing: Missing[] = []
  visitMap({ shape, value }, [], [], missing)
  return missing
}

function visitMap(here: Around, outer: readonly Around[], path: Path, missing: Missing[]): void {
  const around = [here, ...outer]
  for (const key in here.value) {
    const field = ownValue(here.shape, key)
    const held = ownValue(here.value, key)
    if (field !== undefined && typeof held === 'object' && held !== null)
      visitField(field, held, around, [...path, key], missing)
  }
  for (const [key, field] of requiredOf(here.shape))
    if (ownValue(here.value, key) === undefined && demandsOn(field, around).every(isMet))
      missing.push({ path: [...path, key], field })
}

const required = new WeakMap<Shape, readonly (readonly [string, Field])[]>()

/** The fields of a shape that are required, found once: most shapes have none, and many fields. */
function requiredOf(shape: Shape): readonly (readonly [string, Field])[] {
  const known = required.get(shape)
  if (known !== undefined) return known
  const found = Object.entries(shape).filter(([, field]) => field.meta.required === true)
  required.set(shape, found)
  return found
}

function visitField(
  field: Field,
  held: unknown,
  around: readonly Around[],
  path: Path,
  missing: Missing[],
): void {
  if (field.kind === 'child' && isRecord(held) && field.isAddition !== true)
    visitMap({ shape: field.shape(), value: held }, around, path, missing)
  else if (field.kind === 'list' && Array.isArray(held))
    for (const [index, item] of held.entries())
      if (isRecord(item)) visitMap({ shape: field.shape(), value: item }, around, [...path, index], missing)
}
