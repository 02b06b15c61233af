import type { Position } from '../finding.ts'

/** Where a node stands in its source: `source.slice(start, end)` is the node byte for byte. */
export interface Located {
  readonly position: Position
  /** Offsets in UTF-16 units; `end` is exclusive. */
  readonly start: number
  readonly end: number
}

/** An attribute without a place. `value` has its references resolved. */
export interface PlainAttribute {
  /** As written, with its prefix; declarations of namespaces (`xmlns:qemu`) are attributes as well. */
  readonly name: string
  readonly value: string
}

/** An element without a place: what `writeElement` writes. */
export interface PlainElement {
  readonly kind: 'element'
  /** As written, with its prefix. */
  readonly name: string
  /** In the order of the source. */
  readonly attributes: readonly PlainAttribute[]
  readonly children: readonly PlainNode[]
}

/** Text with its references resolved; never two side by side. */
export interface PlainText {
  readonly kind: 'text'
  readonly text: string
}

export interface PlainCData {
  readonly kind: 'cdata'
  readonly text: string
}

export interface PlainComment {
  readonly kind: 'comment'
  /** What stands between `<!--` and `-->`, spaces included. */
  readonly text: string
}

export interface PlainInstruction {
  readonly kind: 'instruction'
  readonly target: string
  readonly body: string
}

export type PlainNode = PlainElement | PlainText | PlainCData | PlainComment | PlainInstruction

export interface XmlAttribute extends PlainAttribute, Located {}

export interface XmlElement extends PlainElement, Located {
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly XmlNode[]
  /** The offset behind the `>` of the start tag; equal to `end` for `<name/>`. */
  readonly startTagEnd: number
}

export interface XmlText extends PlainText, Located {}
export interface XmlCData extends PlainCData, Located {}
export interface XmlComment extends PlainComment, Located {}
export interface XmlInstruction extends PlainInstruction, Located {}

export type XmlNode = XmlElement | XmlText | XmlCData | XmlComment | XmlInstruction

/** The child elements, without what stands between them. */
export function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => child.kind === 'element')
}

/** The value of an attribute, or undefined when the element has none of that name. */
export function attributeValue(element: PlainElement, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name === name)?.value
}

/** The text and CDATA directly in an element, joined; what is in its child elements is left out. */
export function ownText(element: PlainElement): string {
  let text = ''
  for (const child of element.children) {
    if (child.kind === 'text' || child.kind === 'cdata') text += child.text
  }
  return text
}
