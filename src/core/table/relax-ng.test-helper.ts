/**
 * The smallest document that a RELAX NG grammar allows and that has a wanted thing in it: so a test gets the
 * neighbours that a field needs from libvirt's own schema, not from the tables that it tests.
 */
import {
  attributeValue,
  childElements,
  ownText,
  type PlainAttribute,
  type PlainElement,
  type PlainNode,
  parseXml,
  type XmlElement,
} from '../xml/index.ts'

/** What has to be in the document. */
export interface Wanted {
  /** The names of the elements on the way, the root first. */
  readonly elements: readonly string[]
  /** The attribute of the last one; without it the element itself or its text is wanted. */
  readonly attribute?: string
  /** What the attribute or text says; without it anything that the grammar allows. */
  readonly value?: string
}

export interface Grammar {
  /** Undefined when the grammar allows no such document. */
  documentWith(wanted: Wanted): PlainElement | undefined
}

interface Content {
  readonly attributes: readonly PlainAttribute[]
  readonly children: readonly PlainNode[]
}

const nothing: Content = { attributes: [], children: [] }

/**
 * Reads a grammar with all that it includes.
 *
 * @param read gives the text of a file by its name, as `include` says it
 */
export function readGrammar(file: string, read: (name: string) => string): Grammar {
  const defines = new Map<string, XmlElement[]>()
  readDefines(file, read, defines)
  const builder = new Builder(defines)
  return {
    documentWith: (wanted) => {
      const built = builder.anyOf(defines.get('start') ?? [], wanted)
      const root = built?.children[0]
      return root?.kind === 'element' ? root : undefined
    },
  }
}

function readDefines(file: string, read: (name: string) => string, defines: Map<string, XmlElement[]>): void {
  const { root } = parseXml(read(file))
  for (const child of root ? childElements(root) : []) {
    if (child.name === 'include') {
      readDefines(attributeValue(child, 'href') ?? '', read, defines)
    } else if (child.name === 'define' || child.name === 'start') {
      const name = child.name === 'start' ? 'start' : (attributeValue(child, 'name') ?? '')
      defines.set(name, [...(defines.get(name) ?? []), child])
    }
  }
}

/** How deep elements are built that nobody wants: what is inside itself has an end. */
const deepest = 12

class Builder {
  readonly #defines: ReadonlyMap<string, readonly XmlElement[]>
  /** What a pattern is at least. */
  readonly #least = new Map<XmlElement, Content>()
  #depth = 0

  constructor(defines: ReadonlyMap<string, readonly XmlElement[]>) {
    this.#defines = defines
  }

  /** The content of the first definition that can be built; several are `combine="choice"`. */
  anyOf(definitions: readonly XmlElement[], wanted: Wanted | undefined): Content | undefined {
    return firstOf(definitions, (definition) => this.#all(childElements(definition), wanted))
  }

  /** Patterns side by side: one of them has what is wanted, the others have as little as they can. */
  #all(patterns: readonly XmlElement[], wanted: Wanted | undefined): Content | undefined {
    if (wanted === undefined) return joined(patterns.map((pattern) => this.#build(pattern, undefined)))
    return firstOf(patterns, (pattern) => {
      const held = this.#build(pattern, wanted)
      if (held === undefined) return undefined
      return joined(patterns.map((other) => (other === pattern ? held : this.#build(other, undefined))))
    })
  }

  #build(pattern: XmlElement, wanted: Wanted | undefined): Content | undefined {
    if (wanted !== undefined) return this.#buildNew(pattern, wanted)
    const known = this.#least.get(pattern)
    if (known) return known
    const built = this.#buildNew(pattern, undefined)
    if (built) this.#least.set(pattern, built)
    return built
  }

  #buildNew(pattern: XmlElement, wanted: Wanted | undefined): Content | undefined {
    const inner = childElements(pattern)
    switch (pattern.name) {
      case 'ref':
        return this.anyOf(this.#defines.get(attributeValue(pattern, 'name') ?? '') ?? [], wanted)
      case 'group':
      case 'interleave':
      case 'oneOrMore':
        return this.#all(inner, wanted)
      case 'optional':
      case 'zeroOrMore':
        return wanted === undefined ? nothing : this.#all(inner, wanted)
      case 'choice':
        return wanted === undefined
          ? smallest(inner.map((each) => this.#build(each, undefined)))
          : firstOf(inner, (each) => this.#build(each, wanted))
      case 'element':
        return this.#element(pattern, wanted)
      case 'attribute':
        return this.#attribute(pattern, wanted)
      case 'empty':
        return wanted === undefined ? nothing : undefined
      case 'value':
      case 'data':
      case 'text':
        return textOf(pattern, wanted)
      default:
        return undefined
    }
  }

  #element(pattern: XmlElement, wanted: Wanted | undefined): Content | undefined {
    const name = attributeValue(pattern, 'name')
    const [first, ...deeper] = wanted?.elements ?? []
    if (name === undefined || (wanted && first !== name) || this.#depth > deepest) return undefined
    this.#depth += 1
    const inner = childElements(pattern)
    const next: Wanted | undefined = wanted && { ...wanted, elements: deeper }
    const isThere = next && deeper.length === 0 && next.attribute === undefined && next.value === undefined
    const content = isThere
      ? (this.#all(inner, { elements: [] }) ?? this.#all(inner, undefined))
      : this.#all(inner, next)
    this.#depth -= 1
    if (!content) return undefined
    const { attributes, children } = content
    return { attributes: [], children: [{ kind: 'element', name, attributes, children }] }
  }

  #attribute(pattern: XmlElement, wanted: Wanted | undefined): Content | undefined {
    const name = attributeValue(pattern, 'name')
    if (name === undefined) return undefined
    if (wanted && (wanted.elements.length > 0 || wanted.attribute !== name)) return undefined
    const inner = childElements(pattern)
    const { value } = wanted ?? {}
    const content =
      inner.length === 0
        ? said(value ?? '1')
        : this.#all(inner, wanted && { elements: [], ...asValue(value) })
    const text = content && ownText({ kind: 'element', name, attributes: [], children: content.children })
    return text === undefined ? undefined : { attributes: [{ name, value: text }], children: [] }
  }
}

function asValue(value: string | undefined) {
  return value === undefined ? {} : { value }
}

function said(text: string): Content {
  return { attributes: [], children: [{ kind: 'text', text }] }
}

function textOf(pattern: XmlElement, wanted: Wanted | undefined): Content | undefined {
  if (wanted && (wanted.elements.length > 0 || wanted.attribute !== undefined)) return undefined
  const candidates = wanted?.value === undefined ? samples : [wanted.value]
  if (pattern.name === 'value') {
    const word = ownText(pattern)
    return wanted?.value === undefined || wanted.value === word ? said(word) : undefined
  }
  const fitting = candidates.find((text) => pattern.name === 'text' || fitsData(pattern, text))
  return fitting === undefined ? undefined : said(fitting)
}

/** Texts of which one fits each form that the schema has for texts. */
const samples = [
  ...[
    '1',
    'a',
    '/a',
    '8',
    '64',
    '512',
    '4096',
    '0x1',
    '0x0001',
    '0x123456',
    '+1',
    '0.5',
    '1-2',
    '0:1',
    'vda',
  ],
  ...['192.0.2.1', '2001:db8::1', '52:54:00:12:34:56', '9f1d1c7e-6f0f-4d7a-8f9b-0c4b7c1a2d3e', 'utf8'],
  ...[
    '5123456789abcde0',
    '12/31/2023',
    '2030-01-01T00:00:00',
    '0001:02',
    'a.b',
    '0.0.0001',
    'fe.0.0001',
    'a:b',
  ],
  ...[
    'd41d8cd98f00b204e9800998ecf8427e',
    'tcp:a',
    '01.00',
    '0x01',
    '4',
    '16',
    '127.0.0.1',
    'sha256',
    'a=b',
    'KiB',
    'naa.5001405df3e54061',
  ],
]

function fitsData(pattern: XmlElement, text: string): boolean {
  const params = childElements(pattern).filter((child) => child.name === 'param')
  return (
    fitsType(attributeValue(pattern, 'type') ?? '', text) && params.every((param) => fitsParam(param, text))
  )
}

function fitsType(type: string, text: string): boolean {
  if (/^(int|integer|long|short)$/.test(type)) return /^[+-]?\d+$/.test(text)
  if (/^(unsigned\w+|positiveInteger)$/.test(type)) return /^\+?\d+$/.test(text)
  if (type === 'double') return /^[+-]?\d+(\.\d+)?$/.test(text)
  if (type === 'NCName') return /^[A-Za-z_][\w.-]*$/.test(text)
  if (type === 'dateTime') return /^\d{4}-\d\d-\d\dT[\d:]{8}$/.test(text)
  return true
}

function fitsParam(param: XmlElement, text: string): boolean {
  const limit = ownText(param)
  switch (attributeValue(param, 'name')) {
    case 'pattern':
      return new RegExp(`^(?:${limit})$`).test(text)
    case 'minInclusive':
      return Number(text) >= Number(limit)
    case 'maxInclusive':
      return Number(text) <= Number(limit)
    case 'maxLength':
      return text.length <= Number(limit)
    default:
      return true
  }
}

function firstOf<Item>(
  items: readonly Item[],
  build: (item: Item) => Content | undefined,
): Content | undefined {
  for (const item of items) {
    const built = build(item)
    if (built) return built
  }
  return undefined
}

function joined(parts: readonly (Content | undefined)[]): Content | undefined {
  const there = parts.filter((part) => part !== undefined)
  if (there.length < parts.length) return undefined
  return {
    attributes: there.flatMap(({ attributes }) => attributes),
    children: there.flatMap(({ children }) => children),
  }
}

function smallest(parts: readonly (Content | undefined)[]): Content | undefined {
  let best: Content | undefined
  for (const part of parts) if (part && (!best || sizeOf(part) < sizeOf(best))) best = part
  return best
}

function sizeOf({ attributes, children }: Content): number {
  return (
    attributes.length +
    children.reduce((sum, node) => sum + 1 + (node.kind === 'element' ? sizeOf(node) : 0), 0)
  )
}
