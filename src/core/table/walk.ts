/** Every field of a shape and of all shapes below it, for what is generated from the tables: coverage, tests. */
import type { Field, Shape } from './field.ts'

/** One field with its ways. Paths are those of keys joined by dots; `[]` stands behind the key of a list. */
export interface WalkedField {
  /** The shortest way to say it in YAML: `port_forwards[].start`. */
  readonly path: string
  /** Where memory has it: `port_forwards[].ranges[].start`. */
  readonly memoryPath: string
  readonly key: string
  readonly field: Field
  /** Where XML has it: `<devices><disk><driver name=…>`; undefined when it has no place of its own there. */
  readonly xmlPlace: string | undefined
  /** What becomes of it in XML or why it has no place there; what the map above says when it says nothing itself. */
  readonly becomes: string | undefined
  /** The YAML path of the map that this one key may stand for. */
  readonly shortFor?: string
}

/**
 * Lists the fields in the order of the tables, each map before what is in it. A shape inside itself is not entered.
 *
 * @param place the XML place of the element that the shape describes, '' for the root
 */
export function walkFields(shape: Shape, place = ''): WalkedField[] {
  return walk(shape, { path: '', memoryPath: '', place, becomes: undefined, above: new Set() })
}

interface Here {
  readonly path: string
  readonly memoryPath: string
  /** Undefined below a map that XML has not as an element. */
  readonly place: string | undefined
  readonly becomes: string | undefined
  readonly above: ReadonlySet<Shape>
}

function walk(shape: Shape, here: Here, short?: string): WalkedField[] {
  if (here.above.has(shape)) return []
  const above = new Set([...here.above, shape])
  return Object.entries(shape).flatMap(([key, field]) => walkField(key, field, { ...here, above }, short))
}

function walkField(key: string, field: Field, here: Here, short: string | undefined): WalkedField[] {
  const within = field.within.map((name) => `<${name}>`).join('')
  const place = here.place === undefined ? undefined : here.place + within
  const becomes = field.meta.becomes ?? here.becomes
  const isMap = (field.kind === 'child' || field.kind === 'list') && field.xml === undefined
  const path = join(here.path, key) + (isListInYaml(field) ? '[]' : '')
  const memoryPath = join(here.memoryPath, key) + (isList(field) ? '[]' : '')
  const walked: WalkedField = {
    path,
    memoryPath,
    key,
    field,
    xmlPlace: place === undefined ? undefined : placeOf(field, place),
    becomes: becomes ?? (isMap ? 'holds the fields below' : undefined),
    ...(key === short ? { shortFor: here.path } : {}),
  }
  if (field.kind !== 'child' && field.kind !== 'list') return [walked]
  const below = walk(
    field.shape(),
    {
      path: field.kind === 'list' && field.inline ? here.path : path,
      memoryPath,
      place: placeBelow(field, place),
      becomes,
      above: here.above,
    },
    field.short,
  )
  const main = below.find((inner) => inner.shortFor === path)
  return [main ? { ...walked, xmlPlace: main.xmlPlace } : walked, ...below]
}

function join(above: string, key: string): string {
  return above === '' ? key : `${above}.${key}`
}

function isList(field: Field): boolean {
  return field.kind === 'list' || field.kind === 'texts' || field.kind === 'entriesList'
}

/** A list of which YAML usually says one is written like a map. */
function isListInYaml(field: Field): boolean {
  return isList(field) && !(field.kind === 'list' && field.single)
}

function placeBelow(field: Extract<Field, { kind: 'child' | 'list' }>, place: string | undefined) {
  if (place === undefined) return undefined
  if (field.xml !== undefined) return `${place}<${field.xml}>`
  // A map that XML has not: what is in it stands where the map stands, unless it becomes something else.
  return field.meta.becomes === undefined ? place : undefined
}

function placeOf(field: Field, place: string): string | undefined {
  switch (field.kind) {
    case 'attribute':
      return withAttribute(place, `${field.xml}=…`)
    case 'sizedAttribute':
      return withAttribute(place, `${field.xml}=… unit=…`)
    case 'text':
      return `${place}…`
    case 'sized':
      return field.xml === undefined ? `${withAttribute(place, 'unit=…')}…` : `${place}<${field.xml} unit=…>…`
    case 'element':
      return `${place}<${field.xml}>…`
    case 'presence':
      return field.xml === undefined ? place : `${place}<${field.xml}>`
    case 'entries':
      return `${place}<${field.xml} ${field.by}=KEY>…`
    case 'entriesList':
      return `${place}<${field.xml}><${field.entry} ${field.by}=KEY>…`
    case 'texts':
      return field.xml === undefined ? undefined : `${place}<${field.xml}>…`
    case 'child':
    case 'list':
      return field.xml === undefined ? undefined : `${place}<${field.xml}>`
    case 'value':
      return undefined
  }
}

/** The attribute in the last tag of a place; those of the root stand in `<domain>`, which places leave out. */
function withAttribute(place: string, attribute: string): string {
  return place === '' ? `<domain ${attribute}>` : `${place.slice(0, -1)} ${attribute}>`
}
