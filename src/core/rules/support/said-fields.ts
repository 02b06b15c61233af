/** Every value that a spec or a Domain holds, with the declaration of its field. */
import type { Path } from '../../finding.ts'
import { type Around, type Field, isRecord, type Shape, type UnknownRecord } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'

export interface SaidField {
  /** The path of the map that it stands in; `pathOf` adds the key. */
  readonly within: Path
  readonly key: string
  readonly field: Field
  readonly value: unknown
  /** The maps around it, the innermost first. */
  readonly around: readonly Around[]
}

const known = new WeakMap<object, readonly SaidField[]>()

/** All fields that are said, each map before what is in it; kept as long as the value is. */
export function saidFields(shape: Shape, value: object): readonly SaidField[] {
  const held = known.get(value)
  if (held) return held
  const said: SaidField[] = []
  if (isRecord(value)) visit(shape, value, [], [], said)
  known.set(value, said)
  return said
}

function visit(
  shape: Shape,
  value: UnknownRecord,
  outer: SaidField['around'],
  path: Path,
  said: SaidField[],
  isAddition = false,
): void {
  const around = [{ shape, value, isAddition }, ...outer]
  for (const key in value) {
    const held = ownValue(value, key)
    const field = ownValue(shape, key)
    if (held === undefined || field === undefined) continue
    said.push({ within: path, key, field, value: held, around })
    if (field.kind === 'child' && isRecord(held))
      visit(field.shape(), held, around, [...path, key], said, field.isAddition)
    if (field.kind === 'list' && Array.isArray(held))
      for (const [index, item] of held.entries())
        if (isRecord(item)) visit(field.shape(), item, around, [...path, key, index], said)
  }
}

/** Where the field stands. */
export function pathOf({ within, key }: SaidField): Path {
  return [...within, key]
}

/** One text of a field: itself, or an item of its list or map of texts. */
export interface SaidText {
  readonly path: Path
  /** Of the field. */
  readonly key: string
  readonly field: SaidField['field']
  readonly text: string
}

const knownTexts = new WeakMap<object, readonly SaidText[]>()

/** All texts that are said; kept as long as the value is. */
export function saidTexts(shape: Shape, value: object): readonly SaidText[] {
  const held = knownTexts.get(value)
  if (held) return held
  const texts: SaidText[] = []
  for (const said of saidFields(shape, value))
    if (typeof said.value === 'string' || textual.has(said.field.kind))
      collectTexts(said.value, pathOf(said), said, texts)
  knownTexts.set(value, texts)
  return texts
}

const textual: ReadonlySet<string> = new Set(['texts', 'entries', 'entriesList'])

function collectTexts(held: unknown, path: Path, { key, field }: SaidField, texts: SaidText[]): void {
  const collect = (inner: unknown, place: Path): void => {
    if (typeof inner === 'string') texts.push({ path: place, key, field, text: inner })
    else if (Array.isArray(inner))
      for (const [index, item] of inner.entries()) collect(item, [...place, index])
    else if (isRecord(inner))
      for (const [name, item] of Object.entries(inner)) collect(item, [...place, name])
  }
  collect(held, path)
}
