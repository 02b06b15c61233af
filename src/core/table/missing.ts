/** What a value leaves out although its table requires it. */
import type { Path } from '../finding.ts'
import { ownValue } from '../text/index.ts'
import type { Field, Shape } from './field.ts'
import { type Around, demandsOn, isMet } from './only.ts'
import { pathOfMap, type Said, saidIn } from './said.ts'

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
export function missingFields(shape: Shape, value: object): Missing[] {
  return missingIn(saidIn(shape, value))
}

/** The same of what was found in the value already. */
export function missingIn({ maps }: Said): Missing[] {
  const missing: Missing[] = []
  for (const map of maps)
    for (const [key, field] of requiredOf(map.shape))
      if (ownValue(map.value, key) === undefined && isWhole(map) && demandsOn(field, map).every(isMet))
        missing.push({ path: [...pathOfMap(map), key], field })
  return missing
}

/** False for further words on a map that is made elsewhere, and for what is in them. */
function isWhole(map: Around): boolean {
  return map.isAddition !== true && (map.outer === undefined || isWhole(map.outer))
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
