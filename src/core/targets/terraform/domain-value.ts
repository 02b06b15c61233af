/** The map of `libvirt_domain` out of the elements of a domain, by the tables. */
import type { Path } from '../../finding.ts'
import type { TreeElement, TreeText } from '../../table/index.ts'
import { hclText } from '../../text/index.ts'
import type { HclField, HclValue } from './hcl.ts'
import type { KindWord, MapWord, Place, ScalarWord, TerraformShape, TerraformWord } from './words.ts'

/** A part of the domain that the provider has no place for. */
export interface Unsaid {
  /** The way in the XML, names of elements and `@attribute`, without the root. */
  readonly xml: readonly string[]
  readonly path: Path
  /** The fields without which the provider does not take it; none when it does not know it at all. */
  readonly lacks: readonly string[]
}

export interface DomainValue {
  readonly fields: readonly HclField[]
  readonly unsaid: readonly Unsaid[]
}

/** An expression for a text that is more than the text itself; undefined for all others. */
export type ExpressionOf = (text: TreeText) => string | undefined

interface Reading {
  readonly expressionOf: ExpressionOf
  /** Texts and elements that were written. */
  readonly used: Set<TreeText | TreeElement>
  readonly unsaid: Unsaid[]
}

/** An element and those around it, the innermost first. */
interface Here {
  readonly element: TreeElement
  readonly around: readonly TreeElement[]
}

/**
 * Says a domain in the words of the tables, and lists what has no place there.
 *
 * @param root the element `<domain>`
 */
export function domainValue(
  root: TreeElement,
  shape: TerraformShape,
  expressionOf: ExpressionOf = () => undefined,
): DomainValue {
  const reading: Reading = { expressionOf, used: new Set(), unsaid: [] }
  const { fields } = mapOf(reading, shape, { element: root, around: [] })
  addLeft(reading, root, [])
  return { fields, unsaid: reading.unsaid }
}

interface MapValue {
  readonly fields: HclField[]
  /** The names of what has to be there and is not. */
  readonly lacks: readonly string[]
}

function mapOf(reading: Reading, shape: TerraformShape, here: Here): MapValue {
  const fields: HclField[] = []
  const lacks: string[] = []
  for (const [name, word] of Object.entries(shape)) {
    const value = valueBy(reading, word, here)
    if (value !== undefined) fields.push({ name, value })
    else if (word.required) {
      if (mayBeEmpty(word)) fields.push({ name, value: literalText('""', here.element.path) })
      else lacks.push(name)
    }
  }
  return { fields, lacks }
}

/** An element without a text has an empty one, and an end of a UDP line without a host none. */
function mayBeEmpty(word: TerraformWord): boolean {
  if (word.kind === 'end') return true
  return word.kind === 'text' && word.place.child === undefined && word.place.attribute === undefined
}

function literalText(text: string, path: Path): HclValue {
  return { kind: 'literal', text, path }
}

function valueBy(reading: Reading, word: TerraformWord, here: Here): HclValue | undefined {
  const { element } = here
  switch (word.kind) {
    case 'text':
    case 'number':
    case 'flag':
      return scalarOf(reading, word, here)
    case 'presence': {
      const child = childOf(element, word.child)
      if (child === undefined) return undefined
      reading.used.add(child)
      return literalText('true', child.path)
    }
    case 'texts': {
      const items = childrenOf(element, word.child).flatMap((child) => {
        reading.used.add(child)
        const value = child.text && textOf(reading, child.text, 'text')
        return value === undefined ? [] : [value]
      })
      return items.length === 0 ? undefined : { kind: 'list', items, path: element.path }
    }
    case 'raw':
      return rawOf(reading, element)
    case 'object':
      return objectIn(reading, word, here)
    case 'list': {
      const items = childrenOf(element, word.child).flatMap(
        (child) => mapIn(reading, word, child, here) ?? [],
      )
      return items.length === 0 ? undefined : { kind: 'list', items, path: placeAround(items, element) }
    }
    case 'kind':
      return kindOf(reading, word, here)
    case 'end':
      return endOf(reading, word, here)
  }
}

/** The list of the devices, rather than the first of them. */
function placeAround([first]: readonly HclValue[], element: TreeElement): Path {
  return typeof first?.path.at(-1) === 'number' ? first.path.slice(0, -1) : element.path
}

function scalarOf(reading: Reading, { kind, place }: ScalarWord, here: Here): HclValue | undefined {
  const found = textAt(place, here)
  if (found === undefined) return undefined
  const value = textOf(reading, found.text, kind)
  if (value !== undefined) reading.used.add(found.element)
  return value
}

function textAt(
  { child, attribute, above }: Place,
  { element, around }: Here,
): { readonly element: TreeElement; readonly text: TreeText } | undefined {
  const base = above ? around[0] : element
  const holder = child === undefined ? base : base && childOf(base, child)
  const text = attribute === undefined ? holder?.text : holder?.attributes.get(attribute)
  if (holder === undefined) return undefined
  return text === undefined ? undefined : { element: holder, text }
}

function textOf(reading: Reading, text: TreeText, kind: ScalarWord['kind']): HclValue | undefined {
  const written =
    kind === 'text'
      ? (reading.expressionOf(text) ?? hclText(text.text))
      : kind === 'flag'
        ? flagOf(text.text)
        : numberOf(text.text)
  if (written === undefined) return undefined
  reading.used.add(text)
  return literalText(written, text.path)
}

function flagOf(text: string): string | undefined {
  if (text === 'yes' || text === 'on') return 'true'
  return text === 'no' || text === 'off' ? 'false' : undefined
}

/** HCL has decimal numbers only, of any length. */
function numberOf(text: string): string | undefined {
  const trimmed = text.trim()
  if (/^0[xX][0-9a-fA-F]{1,16}$/.test(trimmed)) return BigInt(trimmed).toString()
  if (!/^-?\d{1,20}(\.\d{1,15})?$/.test(trimmed)) return undefined
  return trimmed.replace(/^(-?)0+(?=\d)/, '$1')
}

function rawOf(reading: Reading, child: TreeElement): HclValue | undefined {
  if (child.raw === undefined) return undefined
  const inside = child.raw.slice(child.raw.indexOf('>') + 1, child.raw.lastIndexOf('</')).trim()
  const written = inside === '' ? undefined : hclText(inside)
  if (written === undefined) return undefined
  for (const element of within(child)) reading.used.add(element)
  return literalText(written, child.path)
}

/** An element with all that is in it. */
function within(element: TreeElement): (TreeElement | TreeText)[] {
  const texts = element.text === undefined ? [] : [element.text]
  return [element, ...texts, ...element.attributes.values(), ...element.children.flatMap(within)]
}

function objectIn(reading: Reading, word: MapWord, here: Here): HclValue | undefined {
  const child = childOf(here.element, word.child)
  if (child !== undefined) return mapIn(reading, word, child, here)
  // The kind of the element around may be all that there is to say.
  if (!Object.values(word.shape).some((inner) => inner.kind === 'kind' && inner.by?.above === true))
    return undefined
  const { path } = here.element
  const nothing: TreeElement = {
    name: word.child,
    path,
    attributes: new Map(),
    text: undefined,
    children: [],
  }
  const value = mapIn(reading, word, nothing, here)
  return value?.kind === 'object' && value.fields.length > 0 ? value : undefined
}

function mapIn(reading: Reading, { shape }: MapWord, child: TreeElement, here: Here): HclValue | undefined {
  const { fields, lacks } = mapOf(reading, shape, { element: child, around: [here.element, ...here.around] })
  reading.used.add(child)
  if (lacks.length === 0) return { kind: 'object', fields, path: child.path }
  const way = [child, here.element, ...here.around].map(({ name }) => name).reverse()
  reading.unsaid.push({ xml: way.slice(1), path: child.path, lacks })
  return undefined
}

function kindOf(reading: Reading, word: KindWord, here: Here): HclValue | undefined {
  const { by, is, inside, also, isUsual } = word
  const said = by && textAt(by, here)
  if (said === undefined ? is !== undefined && isUsual !== true : said.text.text !== is) return undefined
  const { element } = here
  const other = also && element.attributes.get(also.attribute)
  if (other !== undefined && other.text !== also?.is) return undefined
  const value = insideOf(reading, inside, here, is === undefined || isUsual === true)
  // A kind that is usual need not be said.
  if (value === undefined && isUsual !== true) return undefined
  for (const text of [said?.text, other]) if (text !== undefined) reading.used.add(text)
  if (said !== undefined) reading.used.add(said.element)
  return value
}

/** @param mayBeNothing whether a map without fields is left out */
function insideOf(
  reading: Reading,
  inside: KindWord['inside'],
  here: Here,
  mayBeNothing: boolean,
): HclValue | undefined {
  const { path } = here.element
  if (inside === undefined) return literalText('true', path)
  if (isScalar(inside)) return scalarOf(reading, inside, here)
  const { fields, lacks } = mapOf(reading, inside, here)
  if (mayBeNothing && fields.length === 0) return undefined
  if (lacks.length === 0) return { kind: 'object', fields, path }
  const way = [here.element, ...here.around].map(({ name }) => name).reverse()
  reading.unsaid.push({ xml: way.slice(1), path, lacks })
  return undefined
}

function isScalar(inside: TerraformShape | ScalarWord): inside is ScalarWord {
  return typeof inside['kind'] === 'string'
}

function endOf(
  reading: Reading,
  { mode, attribute }: Extract<TerraformWord, { kind: 'end' }>,
  { element, around }: Here,
): HclValue | undefined {
  const ends = around[0] === undefined ? [element] : childrenOf(around[0], element.name)
  const holder = ends.find((end) => end.attributes.get('mode')?.text === mode)
  const text = holder?.attributes.get(attribute)
  if (holder === undefined || text === undefined) return undefined
  const said = holder.attributes.get('mode')
  if (said !== undefined) reading.used.add(said)
  reading.used.add(holder)
  return textOf(reading, text, 'text')
}

function childOf({ children }: TreeElement, name: string): TreeElement | undefined {
  return children.find((child) => child.name === name)
}

function childrenOf({ children }: TreeElement, name: string): TreeElement[] {
  return children.filter((child) => child.name === name)
}

/** What no word of the tables took. */
function addLeft(reading: Reading, element: TreeElement, way: readonly string[]): void {
  const { used, unsaid } = reading
  const nothing = { lacks: [] }
  for (const [name, text] of element.attributes)
    if (!used.has(text)) unsaid.push({ ...nothing, xml: [...way, `@${name}`], path: text.path })
  if (element.text !== undefined && element.text.text.trim() !== '' && !used.has(element.text))
    unsaid.push({ ...nothing, xml: way, path: element.text.path })
  for (const child of element.children) {
    const here = [...way, child.name]
    // An element that only nests fields has no place of its own, but that of the map around it.
    const hasPlace =
      child.path.length > element.path.length || child.children.length + child.attributes.size === 0
    if (used.has(child) || !hasPlace) addLeft(reading, child, here)
    else unsaid.push({ ...nothing, xml: here, path: child.path })
  }
}
