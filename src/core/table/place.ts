/** Finding one's way in the tables by the keys of a value. */
import type { Path } from '../finding.ts'
import { ownValue } from '../text/index.ts'
import { canonicalKey, inlinedBy } from './expand.ts'
import type { Field, Shape } from './field.ts'

/** The field that a key of YAML means: by its own name, another name, or inline from a list's only item. */
export function writtenField(shape: Shape | undefined, key: string): Field | undefined {
  if (!shape) return undefined
  const name = canonicalKey(shape, key)
  return Object.hasOwn(shape, name)
    ? ownValue(shape, name)
    : ownValue(inlinedBy(shape, name)?.[1].shape(), name)
}

/** The table of the maps that a field holds; undefined for a field without any. */
export function innerShape(field: Field | undefined): Shape | undefined {
  return field?.kind === 'child' || field?.kind === 'list' ? field.shape() : undefined
}

/** The table of the map at a path, as memory has it. */
export function shapeAt(shape: Shape, path: Path): Shape | undefined {
  let here: Shape | undefined = shape
  for (const segment of path) {
    if (typeof segment === 'string') here = innerShape(writtenField(here, segment))
  }
  return here
}
