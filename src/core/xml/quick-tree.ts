/**
 * A tree of the XML that people really have, three times as fast as the strict parser. It knows only a part of XML and
 * is sure of that part: at anything else (a declaration out of the ordinary, CDATA, an instruction, a mistake) it gives
 * up, and the strict parser decides. So it can be too timid, never too lenient; the tests hold it to that.
 */
import type { Position } from '../finding.ts'
import { ownValue } from '../text/index.ts'
import { xmlLimits } from './limits.ts'
import { positionsOf } from './positions.ts'
import type { XmlAttribute, XmlNode } from './tree.ts'

/** Where lines begin in a text, worked out when somebody asks. */
class Lines {
  readonly #source: string
  #positionAt: ((offset: number) => Position) | undefined

  constructor(source: string) {
    this.#source = source
  }

  at(offset: number): Position {
    this.#positionAt ??= positionsOf(this.#source)
    return this.#positionAt(offset)
  }
}

class QuickAttribute {
  constructor(name: string, value: string, start: number, end: number, lines: Lines) {
    this.name = name
    this.value = value
    this.start = start
    this.end = end
    this.#lines = lines
  }
  readonly name: string
  readonly value: string
  readonly start: number
  readonly end: number
  readonly #lines: Lines
  get position(): Position {
    return this.#lines.at(this.start)
  }
}

class QuickElement {
  constructor(name: string, start: number, lines: Lines) {
    this.name = name
    this.start = start
    this.#lines = lines
  }
  readonly kind = 'element'
  readonly name: string
  readonly start: number
  readonly attributes: XmlAttribute[] = []
  readonly children: XmlNode[] = []
  startTagEnd = 0
  end = 0
  readonly #lines: Lines
  get position(): Position {
    return this.#lines.at(this.start)
  }
}

class QuickText {
  constructor(kind: 'text' | 'comment', text: string, start: number, end: number, lines: Lines) {
    this.kind = kind
    this.text = text
    this.start = start
    this.end = end
    this.#lines = lines
  }
  readonly kind: 'text' | 'comment'
  readonly text: string
  readonly start: number
  readonly end: number
  readonly #lines: Lines
  get position(): Position {
    return this.#lines.at(this.start)
  }
}

/** What a character may be in a name, by its code. */
const beginsName = new Uint8Array(128)
const inName = new Uint8Array(128)
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_')
  beginsName[letter.charCodeAt(0)] = 1
for (const [code, begins] of beginsName.entries()) inName[code] = begins
for (const letter of '0123456789-.') inName[letter.charCodeAt(0)] = 1

/** Looking for a name twice compares all with all, so it stays with few. */
const mostAttributes = 64

const tab = 9
const newline = 10
const space = 32
const bang = 33
const quote = 34
const apostrophe = 39
const slash = 47
const colon = 58
const less = 60
const equals = 61
const greater = 62
const declaration =
  /^<\?xml version=(?:'1\.0'|"1\.0")(?: encoding=(?:'[Uu][Tt][Ff]-8'|"[Uu][Tt][Ff]-8"))? ?\?>/

/**
 * @param source free of characters that XML forbids
 * @param fragment true when several elements may stand side by side
 * @returns the top nodes, or undefined when the strict parser has to look at it
 */
export function quickTree(source: string, fragment: boolean): readonly XmlNode[] | undefined {
  if (source.includes('\r')) return undefined
  return new QuickReader(source, fragment).read()
}

class QuickReader {
  readonly #source: string
  readonly #fragment: boolean
  readonly #lines: Lines
  readonly #nodes: XmlNode[] = []
  readonly #stack: QuickElement[] = []
  /** Prefixes that are declared now, and the depth at which each was. */
  readonly #prefixes: { readonly name: string; readonly depth: number }[] = []
  #count = 0
  #at = 0

  constructor(source: string, fragment: boolean) {
    this.#source = source
    this.#fragment = fragment
    this.#lines = new Lines(source)
    this.#prefixes.push({ name: 'qemu', depth: 0 })
  }

  read(): readonly XmlNode[] | undefined {
    const source = this.#source
    if (source.startsWith('<?')) {
      const match = this.#fragment ? null : declaration.exec(source)
      if (!match) return undefined
      this.#at = match[0].length
    }
    while (this.#at < source.length) {
      const understood = source.charCodeAt(this.#at) === less ? this.#markup() : this.#text()
      if (!understood || ++this.#count > xmlLimits.nodes) return undefined
    }
    const roots = this.#nodes.reduce((count, node) => (node.kind === 'element' ? count + 1 : count), 0)
    const whole = this.#stack.length === 0 && (this.#fragment ? roots > 0 : roots === 1)
    return whole ? this.#nodes : undefined
  }

  #add(node: XmlNode): void {
    const parent = this.#stack[this.#stack.length - 1]
    if (parent) parent.children.push(node)
    else this.#nodes.push(node)
  }

  #text(): boolean {
    const source = this.#source
    const start = this.#at
    const found = source.indexOf('<', start)
    const end = found < 0 ? source.length : found
    const raw = source.slice(start, end)
    if (this.#stack.length === 0 && raw.trim() !== '') return false
    if (raw.includes(']]>')) return false
    const text = decoded(raw)
    if (text === undefined) return false
    // The strict parser does not tell of blank text that a document begins with.
    const told = this.#fragment || start > 0
    if (told) this.#add(new QuickText('text', text, start, end, this.#lines))
    this.#at = end
    return true
  }

  #markup(): boolean {
    const next = this.#source.charCodeAt(this.#at + 1)
    if (next === slash) return this.#endTag()
    if (next === bang) return this.#comment()
    return this.#startTag()
  }

  #comment(): boolean {
    const source = this.#source
    const start = this.#at
    if (!source.startsWith('<!--', start)) return false
    const end = source.indexOf('--', start + 4)
    if (end < 0 || source.charCodeAt(end + 2) !== greater) return false
    this.#add(new QuickText('comment', source.slice(start + 4, end), start, end + 3, this.#lines))
    this.#at = end + 3
    return true
  }

  #endTag(): boolean {
    const source = this.#source
    const open = this.#stack.pop()
    if (!open || !source.startsWith(open.name, this.#at + 2)) return false
    const at = skipBlank(source, this.#at + 2 + open.name.length)
    if (source.charCodeAt(at) !== greater) return false
    open.end = at + 1
    this.#at = at + 1
    this.#forgetPrefixes()
    this.#add(open)
    return true
  }

  #startTag(): boolean {
    const source = this.#source
    const start = this.#at
    const nameEnd = this.#nameEnd(start + 1)
    if (nameEnd < 0 || this.#stack.length >= xmlLimits.depth) return false
    const element = new QuickElement(source.slice(start + 1, nameEnd), start, this.#lines)
    let at = nameEnd
    for (;;) {
      const blankEnd = skipBlank(source, at)
      const code = source.charCodeAt(blankEnd)
      if (code === greater) {
        element.startTagEnd = blankEnd + 1
        this.#at = blankEnd + 1
        this.#stack.push(element)
        return this.#prefixesKnown(element)
      }
      if (code === slash) {
        if (source.charCodeAt(blankEnd + 1) !== greater) return false
        element.startTagEnd = blankEnd + 2
        element.end = blankEnd + 2
        this.#at = blankEnd + 2
        this.#stack.push(element)
        if (!this.#prefixesKnown(element)) return false
        this.#stack.pop()
        this.#forgetPrefixes()
        this.#add(element)
        return true
      }
      if (blankEnd === at) return false
      at = this.#attribute(element, blankEnd)
      if (at < 0) return false
    }
  }

  /** @returns the offset behind the attribute, or -1 */
  #attribute(element: QuickElement, start: number): number {
    const source = this.#source
    const nameEnd = this.#nameEnd(start)
    if (nameEnd < 0) return -1
    const name = source.slice(start, nameEnd)
    let at = nameEnd
    if (source.charCodeAt(at) !== equals) return -1
    at += 1
    const mark = source.charCodeAt(at)
    if (mark !== quote && mark !== apostrophe) return -1
    const end = source.indexOf(mark === quote ? '"' : "'", at + 1)
    if (end < 0) return -1
    const raw = source.slice(at + 1, end)
    if (!isPlainValue(raw)) return -1
    const value = decoded(raw)
    if (value === undefined) return -1
    if (element.attributes.length >= mostAttributes) return -1
    for (const other of element.attributes) if (other.name === name) return -1
    element.attributes.push(new QuickAttribute(name, value, start, end + 1, this.#lines))
    if (++this.#count > xmlLimits.nodes) return -1
    return end + 1
  }

  /** The end of the name that begins here, with at most one prefix; -1 when there is none, or none that is ASCII. */
  #nameEnd(start: number): number {
    const end = plainNameEnd(this.#source, start)
    if (end < 0 || this.#source.charCodeAt(end) !== colon) return end
    const local = plainNameEnd(this.#source, end + 1)
    return this.#source.charCodeAt(local) === colon ? -1 : local
  }

  /** Declares the prefixes of the element that was just opened, and looks whether all that it uses are declared. */
  #prefixesKnown(element: QuickElement): boolean {
    const depth = this.#stack.length
    let prefixed = 0
    for (const { name, value } of element.attributes) {
      if (name === 'xmlns' || name.startsWith('xmlns:')) {
        if (value === '' || value.includes('www.w3.org') || name === 'xmlns:xml' || name === 'xmlns:xmlns')
          return false
        this.#prefixes.push({ name: name.slice(6), depth })
      } else if (name.includes(':')) prefixed += 1
    }
    // Two names may be one when their prefixes stand for the same namespace.
    if (prefixed > 1) return false
    if (prefixed === 1)
      for (const { name } of element.attributes)
        if (name.includes(':') && !name.startsWith('xmlns:') && !this.#isDeclared(name)) return false
    return !element.name.includes(':') || this.#isDeclared(element.name)
  }

  #isDeclared(name: string): boolean {
    const prefix = name.slice(0, name.indexOf(':'))
    return this.#prefixes.some((declared) => declared.name === prefix)
  }

  #forgetPrefixes(): void {
    const depth = this.#stack.length
    while ((this.#prefixes[this.#prefixes.length - 1]?.depth ?? 0) > depth) this.#prefixes.pop()
  }
}

function plainNameEnd(source: string, start: number): number {
  const first = source.charCodeAt(start)
  if (!(first < 128 && beginsName[first] === 1)) return -1
  let at = start + 1
  for (;;) {
    const code = source.charCodeAt(at)
    if (!(code < 128 && inName[code] === 1)) return code > 127 ? -1 : at
    at += 1
  }
}

function skipBlank(source: string, from: number): number {
  let at = from
  for (;;) {
    const code = source.charCodeAt(at)
    if (code !== space && code !== newline && code !== tab) return at
    at += 1
  }
}

/** A value that is its own text: no `<`, which is a mistake, and no white space that becomes a blank. */
function isPlainValue(raw: string): boolean {
  for (let at = 0; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at)
    if (code === less || code === newline || code === tab) return false
  }
  return true
}

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', apos: "'", quot: '"' }

/** The text with the five named references resolved; undefined when there is any other. */
function decoded(raw: string): string | undefined {
  if (!raw.includes('&')) return raw
  let text = ''
  let at = 0
  for (;;) {
    const found = raw.indexOf('&', at)
    if (found < 0) return text + raw.slice(at)
    const end = raw.indexOf(';', found)
    const meant = end < 0 ? undefined : ownValue(references, raw.slice(found + 1, end))
    if (meant === undefined) return undefined
    text += raw.slice(at, found) + meant
    at = end + 1
  }
}
