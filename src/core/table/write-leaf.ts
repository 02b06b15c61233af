/** The parts of an element's text that have nothing inside: attributes, texts, what is kept as it was. */
import type { Path, PathSegment } from '../finding.ts'
import { escapeAttribute, escapeText } from '../xml/index.ts'
import type { Rest } from './field.ts'
import type { Cut } from './order.ts'
import type { AttributeStep } from './plan.ts'
import type { Scalar } from './scalar.ts'
import { splitSize } from './size.ts'

/** Which value each line of the text was written from, so that a line can name its field. */
export interface LineTrace {
  readonly lines: Path[]
}

/** Where in a value the writing is, and what is told of it. Whoever goes further in puts it back as it was. */
export interface Writer {
  /** What stands before each line. */
  indent: string
  /** What is kept of the element whose children are written. */
  rest: Rest | undefined
  /** The elements of the present step, when somebody has to know where each of them ends. */
  counted: Counted | undefined
  /** The path of what is written, and that of each line so far; undefined when nobody asks. */
  readonly trace: (LineTrace & { readonly here: PathSegment[] }) | undefined
}

/** How many elements of one name there are so far, and how long they are together. */
export interface Counted {
  count: number
  length: number
  /** When given, gets where each of them ends. */
  readonly cuts: Cut[] | undefined
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
export function writeSizedElement(writer: Writer, name: string, held: unknown): string {
  const { amount, unit } = splitSize(String(held))
  return writeTextElement(writer, name, unit === '' ? '' : ` unit='${escapeAttribute(unit)}'`, amount)
}

/** `<name>text</name>`; an empty text keeps its two tags. */
export function writeTextElement(writer: Writer, name: string, head: string, content: string): string {
  return traced(writer, `${writer.indent}<${name}${head}>${escapeText(content)}</${name}>\n`)
}

/** Notes the present path for each line of a text, and gives the text back. */
export function traced({ trace }: Writer, written: string): string {
  if (trace)
    for (let at = written.indexOf('\n'); at >= 0; at = written.indexOf('\n', at + 1))
      trace.lines.push([...trace.here])
  return written
}

/** What stood behind the `count`th element called `after`. */
export function writeKept(writer: Writer, after: string | null, count: number): string {
  let body = ''
  for (const item of writer.rest?.children ?? nothing)
    if (item.after === after && item.count === count) body += traced(writer, `${writer.indent}${item.xml}\n`)
  return body
}

/** What stood behind elements that are no longer there: it stays at the end of its kind. */
export function writeKeptAfter(writer: Writer, after: string, count: number): string {
  let body = ''
  for (const item of writer.rest?.children ?? nothing)
    if (item.after === after && item.count > count) body += traced(writer, `${writer.indent}${item.xml}\n`)
  return body
}

const nothing: NonNullable<Rest['children']> = []
