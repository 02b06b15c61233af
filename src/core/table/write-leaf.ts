/** The parts of an element's text that have nothing inside: attributes, texts, what is kept as it was. */
import type { Path, PathSegment } from '../finding.ts'
import { escapeAttribute, escapeText } from '../xml/index.ts'
import type { RestChild } from './field.ts'
import type { AttributeStep } from './plan.ts'
import type { Scalar } from './scalar.ts'
import { splitSize } from './size.ts'

/** Which value each line of the text was written from, so that a line can name its field. */
export interface LineTrace {
  readonly lines: Path[]
}

export interface Trace extends LineTrace {
  readonly here: PathSegment[]
}

/** @param lex how the value was written, `''` for an attribute that was implied */
export function writeAttribute(step: AttributeStep, held: unknown, lex: string | undefined): string {
  if (step.sized) {
    const { amount, unit } = splitSize(String(held))
    const written = ` ${step.xml}='${escapeAttribute(amount)}'`
    return unit === '' ? written : `${written} unit='${escapeAttribute(unit)}'`
  }
  const { scalar } = step
  if (lex === undefined) {
    const printed = scalar.print(held)
    return ` ${step.xml}='${scalar.plain ? printed : escapeAttribute(printed)}'`
  }
  if (lex === '' && held === step.implied) return ''
  return ` ${step.xml}='${escapeAttribute(spell(scalar, held, lex))}'`
}

/** How the value was written while it still means the same, else as libvirt writes it. */
export function spell(scalar: Scalar<unknown>, held: unknown, lex: string | undefined): string {
  return lex !== undefined && scalar.parse(lex) === held ? lex : scalar.print(held)
}

/** `<memory unit='KiB'>1024</memory>`. */
export function writeSizedElement(
  name: string,
  held: unknown,
  indent: string,
  trace: Trace | undefined,
): string {
  const { amount, unit } = splitSize(String(held))
  const head = unit === '' ? '' : ` unit='${escapeAttribute(unit)}'`
  return emit(trace, `${indent}<${name}${head}>${escapeText(amount)}</${name}>\n`)
}

/** `<entry name='vendor'>ACME</entry>`. */
export function writeEntry(
  name: string,
  by: string,
  key: string,
  item: unknown,
  indent: string,
  trace: Trace | undefined,
): string {
  return writeTextElement(name, ` ${by}='${escapeAttribute(key)}'`, String(item), indent, trace)
}

/** `<name>text</name>`; an empty text keeps its two tags. */
export function writeTextElement(
  name: string,
  head: string,
  content: string,
  indent: string,
  trace: Trace | undefined,
): string {
  return emit(trace, `${indent}<${name}${head}>${escapeText(content)}</${name}>\n`)
}

/** Notes the present path for each line of a text, and gives the text back. */
export function emit(trace: Trace | undefined, written: string): string {
  if (trace)
    for (let at = written.indexOf('\n'); at >= 0; at = written.indexOf('\n', at + 1))
      trace.lines.push([...trace.here])
  return written
}

/** What stood behind the `count`th element called `after`. */
export function writeKept(
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

/** What stood behind elements that are no longer there: it stays at the end of its kind. */
export function writeKeptAfter(
  kept: readonly RestChild[],
  after: string,
  count: number,
  indent: string,
  trace: Trace | undefined,
): string {
  let body = ''
  for (const item of kept)
    if (item.after === after && item.count > count) body += emit(trace, `${indent}${item.xml}\n`)
  return body
}
