/** Which field a column is about, by its path. */
import { type Path, parsePath } from '../finding.ts'
import { vmSpec } from '../spec/index.ts'
import { canonicalKey, type Field, type Shape, walkFields } from '../table/index.ts'
import { nearest, ownValue } from '../text/index.ts'

/** A place in the design, as memory has it. */
export interface FieldPlace {
  readonly path: Path
  /** `one`: a text. `list`: texts. `map`: more than a text, unless it has a short form. */
  readonly holds: 'one' | 'list' | 'map'
}

/** @returns undefined when the text is no path, or names no field of the tables */
export function fieldPlace(text: string): FieldPlace | undefined {
  const written = parsePath(text)
  if (written === undefined || written.length === 0) return undefined
  const path: (string | number)[] = []
  let shape: Shape | undefined = vmSpec
  let field: Field | undefined
  let holds: FieldPlace['holds'] = 'map'
  for (const segment of written) {
    if (typeof segment === 'number') {
      // An item of the list that was named last.
      if (typeof path.at(-1) === 'number' || field === undefined) return undefined
      if (field.kind === 'texts') holds = 'one'
      else if (field.kind === 'list') holds = 'map'
      else return undefined
      path.push(segment)
      continue
    }
    if (field?.kind === 'list' && typeof path.at(-1) !== 'number') return undefined
    if (field?.kind === 'entries') {
      path.push(segment)
      field = undefined
      shape = undefined
      holds = 'one'
      continue
    }
    if (shape === undefined) return undefined
    const key = canonicalKey(shape, segment)
    field = ownValue(shape, key)
    if (field === undefined) return undefined
    path.push(key)
    holds = holding(field)
    shape = field.kind === 'child' || field.kind === 'list' ? field.shape() : undefined
  }
  return { path, holds }
}

function holding(field: Field): FieldPlace['holds'] {
  switch (field.kind) {
    case 'texts':
      return 'list'
    case 'child':
    case 'list':
    case 'entries':
    case 'entriesList':
      return 'map'
    case 'value':
      return field.scalar.name === 'anything' ? 'map' : 'one'
    default:
      return 'one'
  }
}

interface NamedField {
  readonly key: string
  readonly path: string
}

/** Made at the first heading that names nothing. */
let all: readonly NamedField[] | undefined

function allFields(): readonly NamedField[] {
  all ??= walkFields(vmSpec).map(({ key, memoryPath }) => ({
    key,
    path: memoryPath.replace(/\[\]$/, '').replaceAll('[]', '[0]'),
  }))
  return all
}

/** The path that a heading may have meant: one spelled nearly like it, or one whose last key is. */
export function nearestField(heading: string, words: readonly string[]): string | undefined {
  const fields = allFields()
  const whole = nearest(heading, [...words, ...fields.map(({ path }) => path)])
  if (whole !== undefined) return whole
  const last = heading.split('.').at(-1) ?? ''
  const key = nearest(
    last,
    fields.map((field) => field.key),
  )
  return fields.find((field) => field.key === key)?.path
}
