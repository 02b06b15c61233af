/** From a value to XML text, by its table: two-space indent, libvirt's element order, attributes single-quoted as virsh prints them. */
import { appendAll } from '../text/index.ts'
import { escapeAttribute, escapeText } from '../xml/index.ts'
import type { Rest, Shape } from './field.ts'
import { type Cut, cut, inOrder } from './order.ts'
import { type Plan, plan, type Step } from './plan.ts'
import { isRecord, type UnknownRecord } from './record.ts'
import { splitSize } from './size.ts'
import {
  emit,
  type LineTrace,
  spell,
  type Trace,
  writeAttribute,
  writeEntry,
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
  const inner: Trace | undefined = trace ? { lines: trace.lines, here: [] } : undefined
  return writeElement(name, plan(shape), value, restOf(value), indent, inner, false)
}

/** @param optional true when the element is written only if it says something */
function writeElement(
  name: string,
  elementPlan: Plan,
  value: UnknownRecord,
  rest: Rest | undefined,
  indent: string,
  trace: Trace | undefined,
  optional: boolean,
): string {
  const start = trace ? trace.lines.length : 0
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
  const body = writeChildren(elementPlan, value, present, rest, `${indent}  `, trace)
  if (body !== '') {
    trace?.lines.push([...trace.here])
    return `${indent}<${name}${head}>${own}\n${body}${indent}</${name}>\n`
  }
  if (own !== '') {
    if (trace)
      for (let at = own.indexOf('\n'); at >= 0; at = own.indexOf('\n', at + 1))
        trace.lines.push([...trace.here])
    return `${indent}<${name}${head}>${own}</${name}>\n`
  }
  if (optional && head === '' && !isSaidBare(elementPlan, value, lex)) {
    if (trace) trace.lines.length = start
    return ''
  }
  return `${indent}<${name}${head}/>\n`
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

/** True when an element without anything in it is meant. */
function isSaidBare(elementPlan: Plan, value: UnknownRecord, lex: Rest['lex']): boolean {
  if (elementPlan.self !== undefined && value[elementPlan.self] === true) return true
  if (lex === undefined) return false
  return elementPlan.implied.some(
    ({ key, implied }) => lex[key] === '' && value[key] !== undefined && value[key] === implied,
  )
}

function writeChildren(
  elementPlan: Plan,
  value: UnknownRecord,
  present: readonly number[],
  rest: Rest | undefined,
  indent: string,
  trace: Trace | undefined,
): string {
  if (rest?.order) return writeInOrder(elementPlan, value, rest, rest.order, indent, trace)
  const kept = rest?.children
  let body = ''
  if (kept || rest?.inside) {
    if (kept) body += writeKept(kept, '', 0, indent, trace)
    for (const step of elementPlan.steps) {
      const written = writeStep(step, value, rest, indent, trace, undefined)
      body += written
    }
    return kept ? body + writeKept(kept, null, 0, indent, trace) : body
  }
  const { attributes, steps } = elementPlan
  for (const rank of present) {
    const step = steps[rank - attributes.length]
    if (!step) continue
    const written = writeStep(step, value, rest, indent, trace, undefined)
    body += written
  }
  return body
}

/** Writes the children in the order that was read, so that what is kept stays beside what it stood beside. */
function writeInOrder(
  elementPlan: Plan,
  value: UnknownRecord,
  rest: Rest,
  order: readonly string[],
  indent: string,
  trace: Trace | undefined,
): string {
  const kept = rest.children ?? []
  let body = writeKept(kept, '', 0, indent, trace)
  const waiting = elementPlan.steps.map((step) => {
    const cuts: Cut[] = []
    const inner: Trace | undefined = trace && { lines: [], here: trace.here }
    return cut(step.xml, writeStep(step, value, rest, indent, inner, cuts), inner?.lines ?? [], cuts)
  })
  for (const part of inOrder(waiting, order)) {
    body += part.xml
    if (trace !== undefined) appendAll(trace.lines, part.lines)
  }
  return body + writeKept(kept, null, 0, indent, trace)
}

/** Told of each element that a step has written: gives what is kept behind it. */
type Each = (written: string) => string

/** @param cuts when given, gets where each of several elements ends */
function writeStep(
  step: Step,
  value: UnknownRecord,
  rest: Rest | undefined,
  indent: string,
  trace: Trace | undefined,
  cuts: Cut[] | undefined,
): string {
  const kept = rest?.children
  if (!kept && !cuts) return writeElementsOf(step, value, rest, indent, trace, undefined)
  let count = 0
  let length = 0
  const each: Each = (written) => {
    count += 1
    const behind = kept ? writeKept(kept, step.xml, count, indent, trace) : ''
    length += written.length + behind.length
    cuts?.push({ end: length, lines: trace?.lines.length ?? 0 })
    return behind
  }
  const body = writeElementsOf(step, value, rest, indent, trace, each)
  return kept ? body + writeKeptAfter(kept, step.xml, count, indent, trace) : body
}

function writeElementsOf(
  step: Step,
  value: UnknownRecord,
  rest: Rest | undefined,
  indent: string,
  trace: Trace | undefined,
  each: Each | undefined,
): string {
  let body = ''
  if (step.kind === 'virtual') {
    const written = writeVirtual(step, value, rest, indent, trace)
    if (written !== '') body = each ? written + each(written) : written
  } else {
    const held = value[step.key]
    if (held !== undefined) {
      trace?.here.push(step.key)
      body = writeHeld(step, held, rest, indent, trace, each)
      trace?.here.pop()
    }
  }
  const further = step.further && value[step.further.key]
  if (step.further && Array.isArray(further)) {
    trace?.here.push(step.further.key)
    body += writeList(step.xml, step.further.plan(), further, indent, trace, each)
    trace?.here.pop()
  }
  return body
}

function writeVirtual(
  step: Extract<Step, { kind: 'virtual' }>,
  value: UnknownRecord,
  rest: Rest | undefined,
  indent: string,
  trace: Trace | undefined,
): string {
  if (rest === undefined) return writeElement(step.xml, step.plan, value, undefined, indent, trace, true)
  const { lex, inside } = rest
  const here = inside?.[step.path]
  const inner: Rest = { ...here, ...(lex ? { lex } : {}), ...(inside ? { inside } : {}) }
  return writeElement(step.xml, step.plan, value, inner, indent, trace, here === undefined)
}

function writeHeld(
  step: Exclude<Step, { kind: 'virtual' }>,
  held: unknown,
  rest: Rest | undefined,
  indent: string,
  trace: Trace | undefined,
  each: Each | undefined,
): string {
  switch (step.kind) {
    case 'list':
      return Array.isArray(held) ? writeList(step.xml, step.plan(), held, indent, trace, each) : ''
    case 'texts':
    case 'entriesList':
      return Array.isArray(held) ? writeItems(step, held, indent, trace, each) : ''
    case 'entries':
      return isRecord(held) ? writeEntries(step.xml, step.by, held, indent, trace, each) : ''
    default: {
      const written = writeSingle(step, held, rest, indent, trace)
      return each ? written + each(written) : written
    }
  }
}

function writeList(
  name: string,
  itemPlan: Plan,
  items: readonly unknown[],
  indent: string,
  trace: Trace | undefined,
  each: Each | undefined,
): string {
  let body = ''
  for (let index = 0; index < items.length; index += 1) {
    const item: unknown = items[index]
    if (!isRecord(item)) continue
    trace?.here.push(index)
    const written = writeElement(name, itemPlan, item, restOf(item), indent, trace, false)
    trace?.here.pop()
    body += written
    if (each) body += each(written)
  }
  return body
}

function writeItems(
  step: Extract<Step, { kind: 'texts' | 'entriesList' }>,
  items: readonly unknown[],
  indent: string,
  trace: Trace | undefined,
  each: Each | undefined,
): string {
  let body = ''
  for (const [index, item] of items.entries()) {
    trace?.here.push(index)
    const written =
      step.kind === 'texts'
        ? writeTextElement(step.xml, '', step.scalar.print(item), indent, trace)
        : writeMapOfEntries(step, isRecord(item) ? item : {}, indent, trace)
    trace?.here.pop()
    body += written
    if (each) body += each(written)
  }
  return body
}

function writeEntries(
  name: string,
  by: string,
  held: UnknownRecord,
  indent: string,
  trace: Trace | undefined,
  each: Each | undefined,
): string {
  let body = ''
  for (const [key, item] of Object.entries(held)) {
    trace?.here.push(key)
    const written = writeEntry(name, by, key, item, indent, trace)
    trace?.here.pop()
    body += written
    if (each) body += each(written)
  }
  return body
}

function writeMapOfEntries(
  step: Extract<Step, { kind: 'entriesList' }>,
  item: UnknownRecord,
  indent: string,
  trace: Trace | undefined,
): string {
  trace?.lines.push([...trace.here])
  const body = writeEntries(step.entry, step.by, item, `${indent}  `, trace, undefined)
  trace?.lines.push([...trace.here])
  return `${indent}<${step.xml}>\n${body}${indent}</${step.xml}>\n`
}

function writeSingle(
  step: Extract<Step, { kind: 'child' | 'presence' | 'sized' | 'element' }>,
  held: unknown,
  rest: Rest | undefined,
  indent: string,
  trace: Trace | undefined,
): string {
  switch (step.kind) {
    case 'child':
      return isRecord(held)
        ? writeElement(step.xml, step.plan(), held, restOf(held), indent, trace, false)
        : ''
    case 'presence':
      return held === true ? emit(trace, `${indent}<${step.xml}/>\n`) : ''
    case 'sized':
      return writeSizedElement(step.xml, held, indent, trace)
    case 'element':
      return writeTextElement(step.xml, '', spell(step.scalar, held, rest?.lex?.[step.key]), indent, trace)
  }
}

function restOf(value: UnknownRecord): Rest | undefined {
  const rest = value['$rest']
  return isRest(rest) ? rest : undefined
}

function isRest(rest: unknown): rest is Rest {
  return isRecord(rest)
}
