/**
 * The tables seen from XML: what an element may hold, found by its name inside the one around it. This is how an editor
 * completes and explains, and how a line that a person wrote finds its value.
 */
import type { Path } from '../finding.ts'
import { childElements, type XmlElement } from '../xml/index.ts'
import type { Field, Meta, Shape } from './field.ts'
import { anyText, type Scalar } from './scalar.ts'

/** One attribute, or the text of an element. */
export interface NamedValue {
  readonly name: string
  readonly meta: Meta
  readonly scalar: Scalar<unknown>
}

/** A child element. */
export interface NamedChild {
  readonly name: string
  readonly meta: Meta
}

/** What an element may hold. */
export interface ElementFields {
  readonly attributes: readonly NamedValue[]
  readonly children: readonly NamedChild[]
  readonly text: NamedValue | undefined
  /** What the child of this name may hold; undefined when the tables have none. */
  child(name: string): ElementFields | undefined
  /** The key of the child's value in this element's own; none for one that only nests fields of it. */
  keyOf(name: string): ChildKey | undefined
}

export interface ChildKey {
  readonly key: string | undefined
  readonly isList: boolean
  /** The key of the list of the children of this name after the first. */
  readonly further: string | undefined
}

type Placed = readonly [key: string, field: Field]

const units: Meta = { help: 'What the number counts.' }

/** What an element of this table may hold. */
export function elementFields(shape: Shape): ElementFields {
  return fieldsOf(Object.entries(shape))
}

function fieldsOf(placed: readonly Placed[]): ElementFields {
  const attributes: NamedValue[] = []
  const children = new Map<string, NamedChild>()
  let text: NamedValue | undefined
  for (const [, field] of placed) {
    switch (field.kind) {
      case 'attribute':
      case 'sizedAttribute':
        attributes.push({ name: field.xml, meta: field.meta, scalar: field.scalar })
        if (field.kind === 'sizedAttribute') attributes.push(unitOf(field.scalar))
        break
      case 'text':
        text = { name: '', meta: field.meta, scalar: field.scalar }
        break
      case 'at': {
        const [name = ''] = field.path
        if (!children.has(name)) children.set(name, { name, meta: {} })
        break
      }
      case 'sized':
        if (field.xml === undefined) {
          text = { name: '', meta: field.meta, scalar: field.scalar }
          attributes.push(unitOf(field.scalar))
          break
        }
        children.set(field.xml, { name: field.xml, meta: field.meta })
        break
      case 'value':
        break
      default:
        if (field.xml !== undefined && !(field.kind === 'list' && field.further))
          children.set(field.xml, { name: field.xml, meta: field.meta })
    }
  }
  return {
    attributes,
    children: [...children.values()],
    text,
    child: (name) => childOf(placed, name),
    keyOf: (name) => keyOfChild(placed, name),
  }
}

function unitOf(scalar: Scalar<unknown>): NamedValue {
  const { pattern: _, ...any } = scalar
  return { name: 'unit', meta: units, scalar: { ...any, choices: sizeUnits } }
}

const sizeUnits = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'KB', 'MB', 'GB', 'TB']

function childOf(placed: readonly Placed[], name: string): ElementFields | undefined {
  const inside: Placed[] = []
  let isThere = false
  for (const [key, field] of placed) {
    if (field.kind === 'at') {
      const [first, ...deeper] = field.path
      if (first === name) inside.push([key, deeper.length === 0 ? field.field : { ...field, path: deeper }])
    } else if (field.kind === 'child' || field.kind === 'list') {
      if (field.xml === name) inside.push(...Object.entries(field.shape()))
    } else if (
      'xml' in field &&
      field.xml === name &&
      field.kind !== 'attribute' &&
      field.kind !== 'sizedAttribute'
    ) {
      isThere = true
      const leaf = leafOf(field)
      if (leaf) inside.push([key, leaf])
    }
  }
  return isThere || inside.length > 0 ? fieldsOf(inside) : undefined
}

/** What the element of a field holds that has one for itself alone. */
function leafOf(field: Field): Field | undefined {
  switch (field.kind) {
    case 'element':
    case 'texts':
      return { kind: 'text', scalar: field.scalar, meta: field.meta }
    case 'sized':
      return { kind: 'sized', xml: undefined, scalar: field.scalar, meta: field.meta }
    case 'entries':
      return { kind: 'attribute', xml: field.by, scalar: anyText, meta: field.meta }
    case 'entriesList':
      return { kind: 'entries', xml: field.entry, by: field.by, meta: field.meta }
    default:
      return undefined
  }
}

function keyOfChild(placed: readonly Placed[], name: string): ChildKey | undefined {
  let found: ChildKey | undefined
  let further: string | undefined
  for (const [key, field] of placed) {
    if (field.kind === 'at') {
      if (field.path[0] === name) found ??= { key: undefined, isList: false, further: undefined }
    } else if (field.kind === 'list' && field.xml === name && field.further) further = key
    else if (
      'xml' in field &&
      field.xml === name &&
      field.kind !== 'attribute' &&
      field.kind !== 'sizedAttribute'
    )
      found = {
        key,
        isList: field.kind === 'list' || field.kind === 'texts' || field.kind === 'entriesList',
        further: undefined,
      }
  }
  return found && { ...found, further }
}

/**
 * For each line of a text the path of the value of the innermost element that begins, ends or goes on there; what the
 * tables do not know belongs to the nearest element that they do.
 *
 * @param root the element that the shape describes, parsed from this very text
 * @param text `root` stands in it; lines outside of it get the path []
 */
export function linePaths(shape: Shape, root: XmlElement, text: string): Path[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const lines: Path[] = starts.map(() => [])
  const lineOf = (offset: number) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  const visit = (element: XmlElement, fields: ElementFields | undefined, path: Path) => {
    const last = lineOf(Math.max(element.start, element.end - 1))
    // The first element of a line names it, unless what is inside has the line for itself.
    for (let line = lineOf(element.start); line <= last; line += 1)
      if ((lines[line] ?? []).length < path.length) lines[line] = path
    const seen = new Map<string, number>()
    for (const child of childElements(element)) {
      const index = seen.get(child.name) ?? 0
      seen.set(child.name, index + 1)
      const place = fields?.keyOf(child.name)
      visit(child, fields?.child(child.name), place ? pathOf(path, place, index) : path)
    }
  }
  visit(root, elementFields(shape), [])
  return lines
}

function pathOf(path: Path, { key, isList, further }: ChildKey, index: number): Path {
  if (key === undefined) return path
  if (further !== undefined && index > 0) return [...path, further, index - 1]
  return isList ? [...path, key, index] : [...path, key]
}
