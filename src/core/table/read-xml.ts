/**
 * From an XML element to a value, by its table. What the table does not know is kept in `$rest` with its place, so that
 * writing the value gives the same meaning again.
 */

import { setOwn } from '../text/index.ts'
import { ownText, type XmlElement, type XmlNode } from '../xml/index.ts'
import type { Rest, RestChild, Shape } from './field.ts'
import { type Plan, plan, type Step } from './plan.ts'
import { isRecord, type UnknownRecord } from './record.ts'
import { splitSize } from './size.ts'

/**
 * Reads one element.
 *
 * @param source the text that the element was parsed from; raw parts are cut out of it
 */
export function readXml(shape: Shape, element: XmlElement, source: string): UnknownRecord {
  return readElement(plan(shape), element, source)
}

/**
 * Reads single children as if they stood in an element of this shape.
 *
 * @returns the value with only what these children say; unknown ones are in `$rest`, after everything
 */
export function readXmlChildren(
  shape: Shape,
  children: readonly XmlElement[],
  source: string,
): UnknownRecord {
  const reading: Reading = { source, value: {}, rest: {}, nested: new Set() }
  const { stepNamed } = plan(shape)
  for (const element of children) {
    const step = stepNamed.get(element.name)
    if (!step || !readStep(step, element, reading))
      keepChild(reading.rest, null, 0, source.slice(element.start, element.end))
  }
  return Object.keys(reading.rest).length > 0 ? { ...reading.value, $rest: reading.rest } : reading.value
}

/** True when the shape declares a child element of this name. */
export function declaresChild(shape: Shape, name: string): boolean {
  return plan(shape).stepNamed.has(name)
}

interface MutableRest {
  lex?: Record<string, string>
  attributes?: [string, string][]
  children?: RestChild[]
  order?: readonly string[]
  inside?: Record<string, Rest>
}

interface Reading {
  readonly source: string
  readonly value: Record<string, unknown>
  /** The rest of the value, for what is kept by key. */
  readonly rest: MutableRest
  /** The paths of the nested elements met so far; a second one of a kind has no field of its own. */
  readonly nested: Set<string>
}

function readElement(elementPlan: Plan, element: XmlElement, source: string): UnknownRecord {
  const reading: Reading = { source, value: {}, rest: {}, nested: new Set() }
  readInto(elementPlan, element, reading, reading.rest)
  if (Object.keys(reading.rest).length > 0) reading.value['$rest'] = reading.rest
  return reading.value
}

/** @param place where unknown attributes and children of this element are kept */
function readInto(elementPlan: Plan, element: XmlElement, reading: Reading, place: MutableRest): void {
  readAttributes(elementPlan, element, reading, place)
  readText(elementPlan, element, reading, place)
  readChildren(elementPlan, element, reading, place)
}

function readAttributes(elementPlan: Plan, element: XmlElement, reading: Reading, place: MutableRest): void {
  const sizedStep = elementPlan.attributes.find((step) => step.sized)
  const unitIsTaken = sizedStep !== undefined || elementPlan.text?.kind === 'sized'
  const unit = unitIsTaken ? unitOf(element) : undefined
  for (const step of elementPlan.implied)
    if (!element.attributes.some(({ name }) => name === step.xml)) {
      reading.value[step.key] = step.implied
      keepSpelling(reading, step.key, step.xml, '')
    }
  for (const { name, value } of element.attributes) {
    if (name === 'unit' && unitIsTaken) {
      if (sizedStep && !element.attributes.some((other) => other.name === sizedStep.xml))
        keepAttribute(place, name, value)
      continue
    }
    const step = elementPlan.attributeNamed.get(name)
    if (!step) keepAttribute(place, name, value)
    else if (step.sized) {
      const size = withUnit(value, unit)
      if (size !== undefined) reading.value[step.key] = size
      else {
        keepAttribute(place, name, value)
        if (unit !== undefined) keepAttribute(place, 'unit', unit)
      }
    } else {
      const parsed = step.scalar.parse(value)
      if (parsed === undefined) keepAttribute(place, name, value)
      else {
        reading.value[step.key] = parsed
        keepSpelling(reading, step.key, step.scalar.print(parsed), value)
      }
    }
  }
}

function readText(elementPlan: Plan, element: XmlElement, reading: Reading, place: MutableRest): void {
  const step = elementPlan.text
  if (!step) {
    if (element.children.some((node) => !isNoText(node)) && ownText(element).trim() !== '')
      keepChild(place, '', 0, rawText(element, reading.source))
    return
  }
  const own = ownText(element)
  const hasElements = element.children.some((node) => node.kind === 'element')
  const saysNothing = own === '' || (hasElements && own.trim() === '')
  if (step.kind === 'sized') {
    const unit = unitOf(element)
    const size = saysNothing ? undefined : withUnit(own.trim(), unit)
    if (size !== undefined) reading.value[step.key] = size
    else {
      if (unit !== undefined) keepAttribute(place, 'unit', unit)
      if (!saysNothing) keepChild(place, '', 0, rawText(element, reading.source))
    }
    return
  }
  if (saysNothing) return
  const parsed = step.scalar.parse(own)
  if (parsed === undefined) {
    keepChild(place, '', 0, rawText(element, reading.source))
    return
  }
  reading.value[step.key] = parsed
  keepSpelling(reading, step.key, step.scalar.print(parsed), own)
}

function readChildren(elementPlan: Plan, element: XmlElement, reading: Reading, place: MutableRest): void {
  if (element.children.length === 0) return
  let after = ''
  let count = 0
  const counts = new Map<string, number>()
  const order: string[] = []
  let highest = 0
  let inOrder = true
  for (const node of element.children) {
    if (node.kind === 'text' || node.kind === 'cdata') continue
    const step = node.kind === 'element' ? elementPlan.stepNamed.get(node.name) : undefined
    if (node.kind === 'element' && step && readStep(step, node, reading)) {
      after = node.name
      count = (counts.get(after) ?? 0) + 1
      counts.set(after, count)
      order.push(after)
      if (step.index < highest) inOrder = false
      else highest = step.index
    } else keepChild(place, after, count, reading.source.slice(node.start, node.end))
  }
  if (!inOrder && place.children) place.order = order
}

/** @returns false when the element can't be held by its field and has to be kept as it is */
function readStep(step: Step, element: XmlElement, reading: Reading): boolean {
  const { value, source } = reading
  switch (step.kind) {
    case 'virtual':
      return readVirtual(step, element, reading)
    case 'child':
      if (value[step.key] !== undefined) return readFurther(step, element, reading)
      value[step.key] = readElement(step.plan(), element, source)
      return true
    case 'list':
      append(value, step.key, readElement(step.plan(), element, source))
      return true
    case 'presence':
      if (value[step.key] !== undefined || !isBare(element)) return false
      value[step.key] = true
      return true
    case 'element': {
      if (value[step.key] !== undefined || !isTextOnly(element)) return false
      const own = ownText(element)
      const parsed = step.scalar.parse(own)
      if (parsed === undefined) return false
      value[step.key] = parsed
      keepSpelling(reading, step.key, step.scalar.print(parsed), own)
      return true
    }
    case 'texts': {
      const parsed = isTextOnly(element) ? step.scalar.parse(ownText(element)) : undefined
      if (parsed === undefined) return false
      append(value, step.key, parsed)
      return true
    }
    case 'sized': {
      const onlyUnit = element.attributes.every((attribute) => attribute.name === 'unit')
      if (value[step.key] !== undefined || !onlyUnit || element.children.some(isNoText)) return false
      const size = withUnit(ownText(element).trim(), unitOf(element))
      if (size === undefined) return false
      value[step.key] = size
      return true
    }
    case 'entries':
      return readEntry(step.key, step.by, element, value)
    case 'entriesList': {
      const held: Record<string, unknown> = {}
      const fits =
        element.attributes.length === 0 &&
        element.children.every(
          (node) =>
            !isNoText(node) || (isNamed(node, step.entry) && readEntry('entries', step.by, node, held)),
        )
      if (!fits) return false
      append(value, step.key, held['entries'] ?? {})
      return true
    }
  }
}

function readVirtual(
  step: Extract<Step, { kind: 'virtual' }>,
  element: XmlElement,
  reading: Reading,
): boolean {
  if (reading.nested.has(step.path)) return readFurther(step, element, reading)
  reading.nested.add(step.path)
  const { self, implied } = step.plan
  if (self !== undefined) reading.value[self] = true
  const inner: MutableRest = {}
  readInto(step.plan, element, reading, inner)
  const saysNothing = self === undefined && implied.length === 0 && isBare(element)
  if (saysNothing || Object.keys(inner).length > 0)
    reading.rest.inside = { ...reading.rest.inside, [step.path]: inner }
  return true
}

/** @returns false when the table has no list for the elements after the first */
function readFurther(step: Step, element: XmlElement, reading: Reading): boolean {
  if (!step.further) return false
  append(reading.value, step.further.key, readElement(step.further.plan(), element, reading.source))
  return true
}

function readEntry(key: string, by: string, element: XmlElement, value: Record<string, unknown>): boolean {
  const [only, more] = element.attributes
  if (only?.name !== by || more !== undefined || element.children.some(isNoText)) return false
  const held = value[key]
  const known: Record<string, unknown> = isRecord(held) ? held : {}
  if (Object.hasOwn(known, only.value)) return false
  setOwn(known, only.value, ownText(element))
  value[key] = known
  return true
}

function isNoText(node: XmlNode): boolean {
  return node.kind !== 'text' && node.kind !== 'cdata'
}

function isNamed(node: XmlNode, name: string): node is XmlElement {
  return node.kind === 'element' && node.name === name
}

/** Without attributes, children and text. */
function isBare(element: XmlElement): boolean {
  if (element.attributes.length > 0 || element.children.some(isNoText)) return false
  return element.children.length === 0 || ownText(element).trim() === ''
}

function isTextOnly(element: XmlElement): boolean {
  return element.attributes.length === 0 && !element.children.some(isNoText)
}

function unitOf(element: XmlElement): string | undefined {
  return element.attributes.find((attribute) => attribute.name === 'unit')?.value
}

/**
 * The blank tells the writer that the unit was read and is to stay as it is.
 *
 * @returns undefined when the writer would not write it like that
 */
function withUnit(amount: string, unit: string | undefined): string | undefined {
  const size = unit === undefined ? amount : `${amount} ${unit}`
  const written = splitSize(size)
  return written.amount === amount && written.unit === (unit ?? '') && unit !== '' ? size : undefined
}

function rawText(element: XmlElement, source: string): string {
  return element.children
    .filter((node) => !isNoText(node))
    .map((node) => source.slice(node.start, node.end))
    .join('')
    .trim()
}

function append(value: Record<string, unknown>, key: string, item: unknown): void {
  const held = value[key]
  if (Array.isArray(held)) held.push(item)
  else value[key] = [item]
}

function keepSpelling(reading: Reading, key: string, printed: string, written: string): void {
  if (printed !== written) reading.rest.lex = { ...reading.rest.lex, [key]: written }
}

function keepAttribute(place: MutableRest, name: string, value: string): void {
  place.attributes ??= []
  place.attributes.push([name, value])
}

function keepChild(place: MutableRest, after: string | null, count: number, xml: string): void {
  place.children ??= []
  place.children.push({ after, count, xml })
}
