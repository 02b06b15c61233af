/** Values of HCL and the text that they become, each line with the place that it was written from. */
import type { Path } from '../../finding.ts'

export interface HclField {
  readonly name: string
  readonly value: HclValue
}

export type HclValue =
  | { readonly kind: 'literal'; readonly text: string; readonly path: Path }
  | { readonly kind: 'object'; readonly fields: readonly HclField[]; readonly path: Path }
  | { readonly kind: 'list'; readonly items: readonly HclValue[]; readonly path: Path }

/** `resource "libvirt_domain" "desk" { … }`. */
export interface HclBlock {
  /** Its type and labels, as HCL. */
  readonly head: string
  /** Fields, and blocks inside. */
  readonly body: readonly (HclField | HclBlock)[]
  readonly path: Path
  /** Lines before it, without their sign. */
  readonly comment?: readonly string[]
}

/** Text that ends with a newline; `lines[0]` belongs to its first line. */
export interface HclText {
  readonly text: string
  readonly lines: readonly Path[]
}

interface Writing {
  text: string
  readonly lines: Path[]
}

/** The blocks one after another, with an empty line between them. */
export function writeHcl(blocks: readonly HclBlock[]): HclText {
  const writing: Writing = { text: '', lines: [] }
  for (const [index, block] of blocks.entries()) {
    if (index > 0) line(writing, '', [])
    writeBlock(writing, block, '')
  }
  return writing
}

function line(writing: Writing, text: string, path: Path): void {
  writing.text += `${text}\n`
  writing.lines.push(path)
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) writing.lines.push(path)
}

function writeBlock(writing: Writing, { head, body, path, comment = [] }: HclBlock, indent: string): void {
  for (const text of comment) line(writing, `${indent}# ${text}`, path)
  line(writing, `${indent}${head} {`, path)
  const inner = `${indent}  `
  const widths = widthsOf(body)
  for (const [index, item] of body.entries()) {
    if ('head' in item) writeBlock(writing, item, inner)
    else writeField(writing, item, inner, widths[index] ?? 0)
  }
  line(writing, `${indent}}`, path)
}

/** As `terraform fmt` does, the signs of fields on lines that follow each other stand below each other. */
function widthsOf(items: readonly (HclField | HclBlock)[]): readonly number[] {
  const widths: number[] = []
  let begin = 0
  for (let index = 0; index <= items.length; index += 1) {
    const item = items[index]
    if (item !== undefined && !('head' in item) && !isOpen(item.value)) continue
    const run = items.slice(begin, index)
    const width = Math.max(0, ...run.map((one) => ('head' in one ? 0 : one.name.length)))
    for (const _ of run) widths.push(width)
    if (item !== undefined) widths.push(0)
    begin = index + 1
  }
  return widths
}

/** True for what goes over several lines. */
function isOpen(value: HclValue): boolean {
  if (value.kind === 'literal') return false
  return value.kind === 'list' ? value.items.length > 0 : value.fields.length > 0
}

function writeField(writing: Writing, { name, value }: HclField, indent: string, width: number): void {
  writeValue(writing, value, `${indent}${name.padEnd(width)} = `, indent, '')
}

function writeValue(writing: Writing, value: HclValue, before: string, indent: string, after: string): void {
  if (value.kind === 'literal') {
    line(writing, `${before}${value.text}${after}`, value.path)
    return
  }
  const [open, close] = value.kind === 'list' ? ['[', ']'] : ['{', '}']
  if (!isOpen(value)) {
    line(writing, `${before}${open}${close}${after}`, value.path)
    return
  }
  line(writing, `${before}${open}`, value.path)
  const inner = `${indent}  `
  if (value.kind === 'list') for (const item of value.items) writeValue(writing, item, inner, inner, ',')
  else {
    const widths = widthsOf(value.fields)
    for (const [index, one] of value.fields.entries()) writeField(writing, one, inner, widths[index] ?? 0)
  }
  line(writing, `${indent}${close}${after}`, value.path)
}
