import type { Position } from '../finding.ts'
import { doctypeRefusal } from './explain-error.ts'
import { xmlLimits } from './limits.ts'
import { XmlRefusal } from './refusal.ts'
import type { PlainCData, PlainComment, PlainInstruction, XmlAttribute, XmlElement, XmlNode } from './tree.ts'

/** An element whose end tag is still to come. */
interface OpenElement {
  readonly name: string
  readonly position: Position
  readonly start: number
  readonly startTagEnd: number
  readonly attributes: readonly XmlAttribute[]
  readonly children: XmlNode[]
}

const nonBlank = /[^ \t\r\n]/
/** Behind its prefix a name begins anew: no digit, dot or dash (Namespaces in XML, NCName). */
const badLocalName = /:[-.\d]/
const afterName = /[ \t\r\n>]/

/**
 * Makes a tree of the events of a parser. Tokens follow each other without a gap, so each begins where the one
 * before it ended; only their ends have to be told.
 */
export class TreeBuilder {
  readonly nodes: XmlNode[] = []
  /** The attributes of the tag that is being read. */
  attributes: XmlAttribute[] = []

  readonly #source: string
  readonly #fragment: boolean
  readonly #positionAt: (offset: number) => Position
  readonly #stack: OpenElement[] = []
  #tag: { readonly name: string; readonly start: number; readonly position: Position } | undefined
  #lastEnd = 0
  #count = 0

  constructor(source: string, fragment: boolean, positionAt: (offset: number) => Position) {
    this.#source = source
    this.#fragment = fragment
    this.#positionAt = positionAt
  }

  /** Where the token begins that is being read. */
  get tokenStart(): number {
    return this.#lastEnd
  }

  /** The innermost open element. */
  get open(): { readonly name: string; readonly line: number } | undefined {
    const element = this.#stack.at(-1)
    return element && { name: element.name, line: element.position.line }
  }

  skip(end: number): void {
    this.#lastEnd = end
  }

  refuseDoctype(): never {
    throw doctypeRefusal(this.#markupStart())
  }

  /** `offset` is behind the `<` that ended the text, or the end of the source. */
  text(text: string, offset: number): void {
    const start = this.#lastEnd
    const end = this.#source.charAt(offset - 1) === '<' ? offset - 1 : this.#source.length
    if (this.#stack.length === 0 && this.#fragment) this.#refuseText(start, end)
    this.#add({ kind: 'text', text, position: this.#positionAt(start), start, end })
  }

  leaf(node: PlainCData | PlainComment | PlainInstruction, end: number): void {
    const start = this.#markupStart()
    if (node.kind === 'cdata' && this.#stack.length === 0) this.#refuseText(start, end)
    this.#add({ ...node, position: this.#positionAt(start), start, end })
  }

  beginTag(name: string): void {
    const start = this.#markupStart()
    if (this.#stack.length >= xmlLimits.depth) {
      const message = `Elements are nested deeper than ${xmlLimits.depth} levels.`
      throw new XmlRefusal('xml.depth', start, message)
    }
    refuseBadName(name, start)
    this.#lastEnd = start
    this.attributes = []
    this.#tag = { name, start, position: this.#positionAt(start) }
  }

  /** `end` is behind the closing quote. */
  attribute(name: string, value: string, end: number): void {
    const quote = this.#source.charAt(end - 1)
    const equals = this.#source.lastIndexOf('=', this.#source.lastIndexOf(quote, end - 2))
    const start = this.#source.lastIndexOf(name, equals)
    refuseBadName(name, start)
    this.#countNode(start)
    this.attributes.push({ name, value, position: this.#positionAt(start), start, end })
  }

  endStartTag(end: number): void {
    if (this.#tag === undefined) return
    this.#stack.push({ ...this.#tag, startTagEnd: end, attributes: this.attributes, children: [] })
    this.#tag = undefined
    this.attributes = []
    this.#lastEnd = end
  }

  /** The parser tells of a wrong end tag only after this: an element whose name is not in the source stays open. */
  closeElement(name: string, end: number): void {
    const open = this.#stack.at(-1)
    if (open === undefined) return
    const selfClosing = this.#lastEnd === end
    const endTag = `</${name}`
    const isItsEnd = this.#source.startsWith(endTag, this.#lastEnd)
    if (!selfClosing && !(isItsEnd && afterName.test(this.#source.charAt(this.#lastEnd + endTag.length))))
      return
    this.#stack.pop()
    const { position, start, startTagEnd, attributes, children } = open
    const element: XmlElement = {
      kind: 'element',
      name,
      attributes,
      children,
      position,
      start,
      end,
      startTagEnd,
    }
    this.#add(element)
  }

  #add(node: XmlNode): void {
    this.#countNode(node.start)
    const parent = this.#stack.at(-1)
    if (parent) parent.children.push(node)
    else this.nodes.push(node)
    this.#lastEnd = node.end
  }

  #countNode(offset: number): void {
    if (++this.#count <= xmlLimits.nodes) return
    const message = `The text has more than ${xmlLimits.nodes} elements, attributes and texts.`
    throw new XmlRefusal('xml.too-many', offset, message)
  }

  /** Blank text before the first markup of a document is not told as an event. */
  #markupStart(): number {
    return this.#source.indexOf('<', this.#lastEnd)
  }

  #refuseText(start: number, end: number): void {
    const index = this.#source.slice(start, end).search(nonBlank)
    if (index < 0) return
    throw new XmlRefusal('xml.text-outside', start + index, 'There is text outside of all elements.')
  }
}

function refuseBadName(name: string, offset: number): void {
  if (!badLocalName.test(name)) return
  throw new XmlRefusal('xml.syntax', offset, `This is not well-formed XML: '${name}' is no name.`)
}
