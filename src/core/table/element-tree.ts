/** From a value to its element as a tree, each part with its path: for formats that take over libvirt's XML piece by piece. */
import type { Path } from '../finding.ts'
import { ownValue } from '../text/index.ts'
import { attributeValue, childElements, ownText, parseXmlFragment, type XmlElement } from '../xml/index.ts'
import type { Rest, Shape } from './field.ts'
import { type AttributeStep, type Plan, plan, type Step } from './plan.ts'
import { isRecord, type UnknownRecord } from './record.ts'
import { restOf } from './rest.ts'
import { splitSize } from './size.ts'

/** What stands in an attribute, or between two tags. */
export interface TreeText {
  readonly text: string
  /** The place of the value. */
  readonly path: Path
}

export interface TreeElement {
  readonly name: string
  /**
   * The place of the value that it was made of; of an element that only nests fields, that of the map around it, unless a
   * value says that the element is there.
   */
  readonly path: Path
  readonly attributes: ReadonlyMap<string, TreeText>
  readonly text: TreeText | undefined
  /** In the order of the table, and behind them what the table does not know. */
  readonly children: readonly TreeElement[]
  /** The element as it was written, when the table does not know it. */
  readonly raw?: string
}

interface Growing {
  readonly attributes: Map<string, TreeText>
  text: TreeText | undefined
  readonly children: TreeElement[]
}

/**
 * The same element that `writeXml` writes, without how it was spelled there.
 *
 * @param name the element's XML name
 * @param value its value; keys that the table does not have are passed over
 */
export function elementTree(name: string, shape: Shape, value: object): TreeElement {
  const held = isRecord(value) ? value : {}
  return treeOf(name, plan(shape), held, restOf(held), [])
}

function treeOf(
  name: string,
  elementPlan: Plan,
  value: UnknownRecord,
  rest: Rest | undefined,
  path: Path,
): TreeElement {
  const grown: Growing = { attributes: new Map(), text: undefined, children: [] }
  for (const step of elementPlan.attributes)
    addAttribute(grown, step, ownValue(value, step.key), [...path, step.key])
  const own = elementPlan.text && ownValue(value, elementPlan.text.key)
  if (elementPlan.text && own !== undefined) {
    const { key, kind, scalar } = elementPlan.text
    const place = [...path, key]
    if (kind === 'sized') addSize(grown, String(own), place)
    else grown.text = { text: scalar.print(own), path: place }
  }
  for (const step of elementPlan.steps) addStep(grown, step, value, rest, path)
  const kept = [...path, '$rest']
  for (const [attribute, text] of rest?.attributes ?? [])
    grown.attributes.set(attribute, { text, path: kept })
  for (const { xml } of rest?.children ?? [])
    for (const element of parseXmlFragment(xml).elements) grown.children.push(keptTree(element, xml, kept))
  return { name, path, ...grown }
}

function addAttribute(grown: Growing, step: AttributeStep, held: unknown, path: Path): void {
  if (held === undefined) return
  if (!step.sized) {
    grown.attributes.set(step.xml, { text: step.scalar.print(held), path })
    return
  }
  const { amount, unit } = splitSize(String(held))
  grown.attributes.set(step.xml, { text: amount, path })
  if (unit !== '') grown.attributes.set('unit', { text: unit, path })
}

function addSize(grown: Growing, held: string, path: Path): void {
  const { amount, unit } = splitSize(held)
  grown.text = { text: amount, path }
  if (unit !== '') grown.attributes.set('unit', { text: unit, path })
}

function addStep(grown: Growing, step: Step, value: UnknownRecord, rest: Rest | undefined, path: Path): void {
  if (step.kind === 'virtual') addNested(grown, step, value, rest, path)
  else {
    const held = ownValue(value, step.key)
    if (held !== undefined) addHeld(grown, step, held, [...path, step.key])
  }
  const further = step.further && ownValue(value, step.further.key)
  if (step.further && Array.isArray(further))
    addItems(grown, step.xml, step.further.plan(), further, [...path, step.further.key])
}

/** An element that nests fields is only there when it says something. */
function addNested(
  grown: Growing,
  step: Extract<Step, { kind: 'virtual' }>,
  value: UnknownRecord,
  rest: Rest | undefined,
  path: Path,
): void {
  const inside = ownValue(rest?.inside, step.path)
  const inner = rest?.inside === undefined ? inside : { ...inside, inside: rest.inside }
  const tree = treeOf(step.xml, step.plan, value, inner, path)
  const isSaid = step.plan.self !== undefined && ownValue(value, step.plan.self) === true
  if (isSaid || inside !== undefined || tree.text || tree.attributes.size > 0 || tree.children.length > 0)
    grown.children.push(isSaid ? { ...tree, path: [...path, step.plan.self ?? ''] } : tree)
}

function addHeld(grown: Growing, step: Exclude<Step, { kind: 'virtual' }>, held: unknown, path: Path): void {
  switch (step.kind) {
    case 'child':
      if (isRecord(held)) grown.children.push(treeOf(step.xml, step.plan(), held, restOf(held), path))
      break
    case 'list':
      if (Array.isArray(held)) addItems(grown, step.xml, step.plan(), held, path)
      break
    case 'presence':
      if (held === true) grown.children.push(leaf(step.xml, undefined, path))
      break
    case 'element':
      grown.children.push(leaf(step.xml, { text: step.scalar.print(held), path }, path))
      break
    case 'sized': {
      const inner: Growing = { attributes: new Map(), text: undefined, children: [] }
      addSize(inner, String(held), path)
      grown.children.push({ name: step.xml, path, ...inner })
      break
    }
    case 'texts':
      if (Array.isArray(held))
        for (const [index, item] of held.entries()) {
          const place = [...path, index]
          grown.children.push(leaf(step.xml, { text: step.scalar.print(item), path: place }, place))
        }
      break
    case 'entries':
      if (isRecord(held)) grown.children.push(...entriesOf(step.xml, step.by, held, path))
      break
    case 'entriesList':
      if (Array.isArray(held))
        for (const [index, item] of held.entries()) {
          const place = [...path, index]
          const children = isRecord(item) ? entriesOf(step.entry, step.by, item, place) : []
          grown.children.push({ ...leaf(step.xml, undefined, place), children })
        }
      break
  }
}

function addItems(grown: Growing, name: string, itemPlan: Plan, items: readonly unknown[], path: Path): void {
  for (const [index, item] of items.entries())
    if (isRecord(item)) grown.children.push(treeOf(name, itemPlan, item, restOf(item), [...path, index]))
}

function entriesOf(name: string, by: string, held: UnknownRecord, path: Path): TreeElement[] {
  return Object.entries(held).map(([key, item]) => {
    const place = [...path, key]
    const attributes = new Map([[by, { text: key, path: place }]])
    return { name, path: place, attributes, text: { text: String(item), path: place }, children: [] }
  })
}

function leaf(name: string, text: TreeText | undefined, path: Path): TreeElement {
  return { name, path, attributes: new Map(), text, children: [] }
}

/** @param source the text that the element was parsed from */
function keptTree(element: XmlElement, source: string, path: Path): TreeElement {
  const text = ownText(element)
  const attributes = element.attributes.map(
    ({ name }) => [name, { text: attributeValue(element, name) ?? '', path }] as const,
  )
  return {
    name: element.name,
    path,
    attributes: new Map(attributes),
    text: text.trim() === '' ? undefined : { text, path },
    children: childElements(element).map((child) => keptTree(child, source, path)),
    raw: source.slice(element.start, element.end),
  }
}
