/** From a value to XML text, by its table: two-space indent, libvirt's element order, attributes single-quoted as virsh prints them. */
import { appendAll } from '../text/index.ts'
import { escapeAttribute, escapeText } from '../xml/index.ts'
import type { Rest, Shape } from './field.ts'
import { type Cut, cut, inOrder } from './order.ts'
import { type Plan, plan, type Step } from './plan.ts'
import { isRecord, type UnknownRecord } from './record.ts'
import { restOf } from './rest.ts'
import { splitSize } from './size.ts'
import {
  type LineTrace,
  spell,
  traced,
  type Writer,
  writeAttribute,
  writeKept,
  writeKeptAfter,
  writeSizedElement,
  writeTextElement,
} from './write-leaf.ts'

/**
 * Writes one element.
 *
 * @param name the element's XML name
 * @param shape its table
 * @param value its value; keys that the table does not have are not written
 * @param trace when given, gets one path for each line of the result
 * @param indent what stands before the first line
 */
export function writeXml(name: string, shape: Shape, value: object, trace?: LineTrace, indent = ''): string {
  if (!isRecord(value)) return ''
  const writer: Writer = {
    indent,
    rest: undefined,
    counted: undefined,
    trace: trace && { lines: trace.lines, here: [] },
  }
  return writeElement(writer, name, plan(shape), value, restOf(value))
}

function writeElement(
  writer: Writer,
  name: string,
  elementPlan: Plan,
  value: UnknownRecord,
  rest: Rest | undefined,
): string {
  const { indent, trace } = writer
  trace?.lines.push([...trace.here])
  const present = presentRanks(elementPlan, value)
  const lex = rest?.lex
  let head = ''
  for (const rank of present) {
    const step = elementPlan.attributes[rank]
    if (!step) break
    head += writeAttribute(step, value[step.key], lex?.[step.key])
  }
  let own = ''
  const textStep = elementPlan.text
  const text = textStep && value[textStep.key]
  if (textStep && text !== undefined) {
    if (textStep.kind === 'sized') {
      const { amount, unit } = splitSize(String(text))
      if (unit !== '') head += ` unit='${escapeAttribute(unit)}'`
      own = escapeText(amount)
    } else own = escapeText(spell(textStep.scalar, text, lex?.[textStep.key]))
  }
  if (rest?.attributes) for (const [key, raw] of rest.attributes) head += ` ${key}='${escapeAttribute(raw)}'`
  const body = writeInside(writer, elementPlan, value, present, rest)
  if (body !== '') {
    trace?.lines.push([...trace.here])
    return `${indent}<${name}${head}>${own}\n${body}${indent}</${name}>\n`
  }
  if (own === '') return `${indent}<${name}${head}/>\n`
  traced(writer, own)
  return `${indent}<${name}${head}>${own}</${name}>\n`
}

/** The ranks of what the value says, in order: a value has few of the keys that its table declares. */
function presentRanks(elementPlan: Plan, value: UnknownRecord): number[] {
  const ranks: number[] = []
  let last = -1
  for (const key in value) {
    const rank = elementPlan.rank.get(key)
    if (rank === undefined || value[key] === undefined) continue
    if (rank > last) {
      ranks.push(rank)
      last = rank
    } else if (!ranks.includes(rank)) ranks.splice(placeFor(rank, ranks), 0, rank)
  }
  return ranks
}

function placeFor(rank: number, ranks: readonly number[]): number {
  let at = ranks.length
  while (at > 0 && (ranks[at - 1] ?? 0) > rank) at -= 1
  return at
}

/** The children, one step further in. */
function writeInside(
  writer: Writer,
  elementPlan: Plan,
  value: UnknownRecord,
  present: readonly number[],
  rest: Rest | undefined,
): string {
  const { indent, rest: around, counted } = writer
  writer.indent = `${indent}  `
  writer.rest = rest
  writer.counted = undefined
  const body = writeChildren(writer, elementPlan, value, present)
  writer.indent = indent
  writer.rest = around
  writer.counted = counted
  return body
}

function writeChildren(
  writer: Writer,
  elementPlan: Plan,
  value: UnknownRecord,
  present: readonly number[],
): string {
  const { rest } = writer
  const { attributes, steps } = elementPlan
  if (rest?.order) return writeInOrder(writer, steps, value, rest.order)
  let body = ''
  if (rest?.children || rest?.inside) {
    body += writeKept(writer, '', 0)
    for (const step of steps) body += writeStep(writer, step, value)
    return body + writeKept(writer, null, 0)
  }
  for (const rank of present) {
    const step = steps[rank - attributes.length]
    if (step) body += writeStep(writer, step, value)
  }
  return body
}

/** Writes the children in the order that was read, so that what is kept stays beside what it stood beside. */
function writeInOrder(
  writer: Writer,
  steps: readonly Step[],
  value: UnknownRecord,
  order: readonly string[],
): string {
  const { trace } = writer
  let body = writeKept(writer, '', 0)
  const waiting = steps.map((step) => {
    const cuts: Cut[] = []
    const lines: LineTrace['lines'] = []
    const apart: Writer = { ...writer, trace: trace && { lines, here: trace.here } }
    return cut(step.xml, writeStep(apart, step, value, cuts), lines, cuts)
  })
  for (const part of inOrder(waiting, order)) {
    body += part.xml
    if (trace !== undefined) appendAll(trace.lines, part.lines)
  }
  return body + writeKept(writer, null, 0)
}

/** @param cuts when given, gets where each of several elements ends */
function writeStep(writer: Writer, step: Step, value: UnknownRecord, cuts?: Cut[]): string {
  if (!cuts && !writer.rest?.children) return writeElementsOf(writer, step, value)
  const counted = { count: 0, length: 0, cuts }
  writer.counted = counted
  const body = writeElementsOf(writer, step, value)
  writer.counted = undefined
  return body + writeKeptAfter(writer, step.xml, counted.count)
}

/** An element that was just written, together with what is kept behind it. */
function withKept(writer: Writer, name: string, written: string): string {
  const { counted, trace } = writer
  if (counted === undefined) return written
  counted.count += 1
  const whole = written + writeKept(writer, name, counted.count)
  counted.length += whole.length
  counted.cuts?.push({ end: counted.length, lines: trace?.lines.length ?? 0 })
  return whole
}

function writeElementsOf(writer: Writer, step: Step, value: UnknownRecord): string {
  const { trace } = writer
  let body = ''
  if (step.kind === 'virtual') {
    const written = writeVirtual(writer, step, value)
    if (written !== '') body = withKept(writer, step.xml, written)
  } else {
    const held = value[step.key]
    if (held !== undefined) {
      trace?.here.push(step.key)
      body = writeHeld(writer, step, held)
      trace?.here.pop()
    }
  }
  const further = step.further && value[step.further.key]
  if (step.further && Array.isArray(further)) {
    trace?.here.push(step.further.key)
    body += writeList(writer, step.xml, step.further.plan(), further)
    trace?.here.pop()
  }
  return body
}

/** An element that nests fields is only there when it says something, or stood there without. */
function writeVirtual(
  writer: Writer,
  step: Extract<Step, { kind: 'virtual' }>,
  value: UnknownRecord,
): string {
  const { rest, indent, trace } = writer
  const here = rest?.inside?.[step.path]
  const inner = rest && {
    ...here,
    ...(rest.lex && { lex: rest.lex }),
    ...(rest.inside && { inside: rest.inside }),
  }
  const written = writeElement(writer, step.xml, step.plan, value, inner)
  const isBare = here === undefined && written === `${indent}<${step.xml}/>\n`
  if (!isBare || isSaidBare(step.plan, value, rest?.lex)) return written
  trace?.lines.pop()
  return ''
}

/** True when an element without anything in it is meant. */
function isSaidBare(elementPlan: Plan, value: UnknownRecord, lex: Rest['lex']): boolean {
  if (elementPlan.self !== undefined && value[elementPlan.self] === true) return true
  if (lex === undefined) return false
  return elementPlan.implied.some(
    ({ key, implied }) => lex[key] === '' && value[key] !== undefined && value[key] === implied,
  )
}

function writeHeld(writer: Writer, step: Exclude<Step, { kind: 'virtual' }>, held: unknown): string {
  switch (step.kind) {
    case 'list':
      return Array.isArray(held) ? writeList(writer, step.xml, step.plan(), held) : ''
    case 'texts':
    case 'entriesList':
      return Array.isArray(held) ? writeItems(writer, step, held) : ''
    case 'entries':
      return isRecord(held) ? writeEntries(writer, step.xml, step.by, held) : ''
    default:
      return withKept(writer, step.xml, writeSingle(writer, step, held))
  }
}

function writeList(writer: Writer, name: string, itemPlan: Plan, items: readonly unknown[]): string {
  const { trace } = writer
  let body = ''
  for (let index = 0; index < items.length; index += 1) {
    const item: unknown = items[index]
    if (!isRecord(item)) continue
    trace?.here.push(index)
    const written = writeElement(writer, name, itemPlan, item, restOf(item))
    trace?.here.pop()
    body += withKept(writer, name, written)
  }
  return body
}

function writeItems(
  writer: Writer,
  step: Extract<Step, { kind: 'texts' | 'entriesList' }>,
  items: readonly unknown[],
): string {
  const { trace } = writer
  let body = ''
  for (const [index, item] of items.entries()) {
    trace?.here.push(index)
    const written =
      step.kind === 'texts'
        ? writeTextElement(writer, step.xml, '', step.scalar.print(item))
        : writeMapOfEntries(writer, step, isRecord(item) ? item : {})
    trace?.here.pop()
    body += withKept(writer, step.xml, written)
  }
  return body
}

/** `<entry name='vendor'>ACME</entry>` for each key. */
function writeEntries(writer: Writer, name: string, by: string, held: UnknownRecord): string {
  const { trace } = writer
  let body = ''
  for (const [key, item] of Object.entries(held)) {
    trace?.here.push(key)
    const written = writeTextElement(writer, name, ` ${by}='${escapeAttribute(key)}'`, String(item))
    trace?.here.pop()
    body += withKept(writer, name, written)
  }
  return body
}

function writeMapOfEntries(
  writer: Writer,
  step: Extract<Step, { kind: 'entriesList' }>,
  item: UnknownRecord,
): string {
  const { indent, trace } = writer
  trace?.lines.push([...trace.here])
  const inner: Writer = { indent: `${indent}  `, rest: undefined, counted: undefined, trace }
  const body = writeEntries(inner, step.entry, step.by, item)
  trace?.lines.push([...trace.here])
  return `${indent}<${step.xml}>\n${body}${indent}</${step.xml}>\n`
}

function writeSingle(
  writer: Writer,
  step: Extract<Step, { kind: 'child' | 'presence' | 'sized' | 'element' }>,
  held: unknown,
): string {
  switch (step.kind) {
    case 'child':
      return isRecord(held) ? writeElement(writer, step.xml, step.plan(), held, restOf(held)) : ''
    case 'presence':
      return held === true ? traced(writer, `${writer.indent}<${step.xml}/>\n`) : ''
    case 'sized':
      return writeSizedElement(writer, step.xml, held)
    case 'element':
      return writeTextElement(writer, step.xml, '', spell(step.scalar, held, writer.rest?.lex?.[step.key]))
  }
}
