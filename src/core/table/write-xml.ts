/** From a value to XML text, by its table: two-space indent, libvirt's element order, attributes single-quoted as virsh prints them. */
import type { Path, PathSegment } from '../finding.ts'
import { escapeAttribute, escapeText } from '../xml/index.ts'
import type { Rest, RestChild, Shape } from './field.ts'
import { type Plan, plan, type Step } from './plan.ts'
import { isRecord, type UnknownRecord } from './record.ts'
import { splitSize } from './size.ts'

/** Which value each line of the text was written from, so that a line can name its field. */
export interface LineTrace {
  readonly lines: Path[]
}

interface Trace extends LineTrace {
  readonly here: PathSegment[]
}

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
  return writeElement(name, plan(shape), value, value['$rest'], indent, inner, false)
}

function writeElement(
  name: string,
  elementPlan: Plan,
  value: UnknownRecord,
  rest: unknown,
  indent: string,
  trace: Trace | undefined,
  virtual: boolean,
): string {
  const known = isRest(rest) ? rest : undefined
  const start = trace ? trace.lines.length : 0
  trace?.lines.push([...trace.here])
  let head = ''
  for (const step of elementPlan.attributes) {
    const held = value[step.key]
    if (held === undefined) continue
    if (step.sized) {
      const { amount, unit } = splitSize(String(held))
      head += ` ${step.xml}='${escapeAttribute(amount)}'`
      if (unit !== '') head += ` unit='${escapeAttribute(unit)}'`
      continue
    }
    const lex = known?.lex?.[step.key]
    const printed = lex !== undefined && step.scalar.parse(lex) === held ? lex : step.scalar.print(held)
    head += ` ${step.xml}='${step.scalar.plain && lex === undefined ? printed : escapeAttribute(printed)}'`
  }
  let own = ''
  const textStep = elementPlan.text
  if (textStep) {
    const held = value[textStep.key]
    if (held !== undefined) {
      if (textStep.kind === 'sized') {
        const { amount, unit } = splitSize(String(held))
        if (unit !== '') head += ` unit='${escapeAttribute(unit)}'`
        own = escapeText(amount)
      } else {
        const lex = known?.lex?.[textStep.key]
        own = escapeText(
          lex !== undefined && textStep.scalar.parse(lex) === held ? lex : textStep.scalar.print(held),
        )
      }
    }
  }
  if (known?.attributes)
    for (const [key, raw] of known.attributes) head += ` ${key}='${escapeAttribute(raw)}'`
  const body = writeChildren(elementPlan, value, known, `${indent}  `, trace)
  const said = elementPlan.self !== undefined && value[elementPlan.self] === true
  if (virtual && !said && head === '' && own === '' && body === '') {
    if (trace) trace.lines.length = start
    return ''
  }
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
  return `${indent}<${name}${head}/>\n`
}

function writeChildren(
  elementPlan: Plan,
  value: UnknownRecord,
  rest: Rest | undefined,
  indent: string,
  trace: Trace | undefined,
): string {
  const kept = rest?.children
  let body = kept ? writeKept(kept, '', 0, indent, trace) : ''
  for (const step of elementPlan.steps) {
    const written = writeStep(step, value, rest, indent, trace)
    body += written
  }
  return kept ? body + writeKept(kept, null, 0, indent, trace) : body
}

function writeStep(
  step: Step,
  value: UnknownRecord,
  rest: Rest | undefined,
  indent: string,
  trace: Trace | undefined,
): string {
  const kept = rest?.children
  if (step.kind === 'virtual') {
    const inside = rest?.inside?.[step.path]
    const inherited =
      inside || rest?.lex || rest?.inside ? { ...inside, lex: rest?.lex, inside: rest?.inside } : undefined
    const written = writeElement(step.xml, step.plan, value, inherited, indent, trace, true)
    return kept ? written + writeKept(kept, step.xml, 1, indent, trace) : written
  }
  const held = value[step.key]
  if (held === undefined) return kept ? writeKept(kept, step.xml, 1, indent, trace) : ''
  trace?.here.push(step.key)
  let body = ''
  switch (step.kind) {
    case 'child':
      if (isRecord(held))
        body = writeElement(step.xml, step.plan(), held, held['$rest'], indent, trace, false)
      break
    case 'list':
      if (Array.isArray(held)) {
        const itemPlan = step.plan()
        let index = 0
        for (const item of held) {
          if (isRecord(item)) {
            trace?.here.push(index)
            body += writeElement(step.xml, itemPlan, item, item['$rest'], indent, trace, false)
            trace?.here.pop()
          }
          index += 1
          if (kept) body += writeKept(kept, step.xml, index, indent, trace)
        }
      }
      break
    case 'presence':
      if (held === true) body = emit(trace, `${indent}<${step.xml}/>\n`)
      break
    case 'sized': {
      const { amount, unit } = splitSize(String(held))
      const head = unit === '' ? '' : ` unit='${escapeAttribute(unit)}'`
      body = emit(trace, `${indent}<${step.xml}${head}>${escapeText(amount)}</${step.xml}>\n`)
      break
    }
    case 'element': {
      const lex = rest?.lex?.[step.key]
      const printed = lex !== undefined && step.scalar.parse(lex) === held ? lex : step.scalar.print(held)
      body = writeTextElement(step.xml, '', printed, indent, trace)
      break
    }
    case 'texts':
      if (Array.isArray(held)) {
        let index = 0
        for (const item of held) {
          trace?.here.push(index)
          body += writeTextElement(step.xml, '', step.scalar.print(item), indent, trace)
          trace?.here.pop()
          index += 1
          if (kept) body += writeKept(kept, step.xml, index, indent, trace)
        }
      }
      break
    case 'entries':
      if (isRecord(held)) body = writeEntries(step.xml, step.by, held, indent, trace)
      break
    case 'entriesList':
      if (Array.isArray(held))
        for (const [index, item] of held.entries()) {
          if (!isRecord(item)) continue
          trace?.here.push(index)
          trace?.lines.push([...trace.here])
          body += `${indent}<${step.xml}>\n${writeEntries(step.entry, step.by, item, `${indent}  `, trace)}${indent}</${step.xml}>\n`
          trace?.lines.push([...trace.here])
          trace?.here.pop()
        }
      break
  }
  trace?.here.pop()
  return kept && step.kind !== 'list' && step.kind !== 'texts'
    ? body + writeKept(kept, step.xml, 1, indent, trace)
    : body
}

function writeEntries(
  name: string,
  by: string,
  held: UnknownRecord,
  indent: string,
  trace: Trace | undefined,
): string {
  let body = ''
  for (const [key, item] of Object.entries(held)) {
    trace?.here.push(key)
    body += writeTextElement(name, ` ${by}='${escapeAttribute(key)}'`, String(item), indent, trace)
    trace?.here.pop()
  }
  return body
}

function writeTextElement(
  name: string,
  head: string,
  content: string,
  indent: string,
  trace: Trace | undefined,
): string {
  if (content === '') return emit(trace, `${indent}<${name}${head}></${name}>\n`)
  return emit(trace, `${indent}<${name}${head}>${escapeText(content)}</${name}>\n`)
}

function emit(trace: Trace | undefined, written: string): string {
  if (trace)
    for (let at = written.indexOf('\n'); at >= 0; at = written.indexOf('\n', at + 1))
      trace.lines.push([...trace.here])
  return written
}

function writeKept(
  kept: readonly RestChild[],
  after: string | null,
  count: number,
  indent: string,
  trace: Trace | undefined,
): string {
  let body = ''
  for (const item of kept)
    if (item.after === after && item.count === count) body += emit(trace, `${indent}${item.xml}\n`)
  return body
}

function isRest(rest: unknown): rest is Rest {
  return isRecord(rest)
}
