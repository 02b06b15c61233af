import type { Finding } from '../finding.ts'
import { XmlRefusal } from './refusal.ts'
import type { XmlAttribute } from './tree.ts'

/** What is known when the parser stumbles. */
export interface ParserState {
  readonly source: string
  /** Offset of the character that the parser read last. */
  readonly offset: number
  /** Where the tag, text or comment begins that the parser is in. */
  readonly tokenStart: number
  /** The attributes read so far of the tag that the parser is in. */
  readonly attributes: readonly XmlAttribute[]
  /** The innermost element that is open, and where it began. */
  readonly open: { readonly name: string; readonly line: number } | undefined
  readonly fragment: boolean
}

/** What an error of the XML parser means for the person who wrote the text. */
export function explainError(complaint: string, state: ParserState): XmlRefusal {
  const { source, tokenStart, offset, open } = state
  if (source.startsWith('<!DOCTYPE', tokenStart)) return doctypeRefusal(tokenStart)
  const reference = badReference(state, complaint)
  if (reference !== undefined) return reference
  const refuse = (code: Finding['code'], at: number, message: string): XmlRefusal =>
    new XmlRefusal(code, at, message)

  const prefix = /^unbound namespace prefix: "(.*)"/.exec(complaint)?.[1]
  if (prefix !== undefined) {
    const culprit = state.attributes.find((attribute) => attribute.name.startsWith(`${prefix}:`))
    const at = source.startsWith(`<${prefix}:`, tokenStart) ? tokenStart : (culprit?.start ?? tokenStart)
    const advice = `Declare it with xmlns:${prefix}='…' or remove it.`
    return refuse('xml.prefix', at, `The prefix '${prefix}:' is not declared. ${advice}`)
  }
  if (complaint.startsWith('duplicate attribute')) {
    const second = secondOfSameName(state.attributes)
    const name = second === undefined ? 'An attribute' : `The attribute '${second.name}'`
    return refuse('xml.duplicate-attribute', second?.start ?? tokenStart, `${name} is there twice. Keep one.`)
  }
  if (/^unexpected close tag|^unmatched closing tag|^weird empty close tag/.test(complaint)) {
    const written = /^<\/[^>]{0,80}/.exec(source.slice(tokenStart, tokenStart + 82))?.[0] ?? '</'
    const advice = open ? `<${open.name}> of line ${open.line} is open` : 'no element is open'
    return refuse('xml.closing-tag', tokenStart, `${written}> closes nothing here: ${advice}.`)
  }
  if (/^unclosed tag|^unexpected end|^document must contain a root/.test(complaint)) {
    const begin = firstNonBlank(source, tokenStart)
    if (source.startsWith('<', begin)) {
      return refuse('xml.unfinished', begin, 'The text ends within what begins here. Is something cut off?')
    }
    if (open === undefined) return refuse('xml.empty', source.length, 'There is no element in the text.')
    return refuse('xml.unclosed-tag', source.length, `<${open.name}> of line ${open.line} is never closed.`)
  }
  if (complaint.startsWith('documents may contain only one root')) {
    return refuse('xml.several-roots', tokenStart, 'The text has a second top element; one is allowed.')
  }
  if (complaint.startsWith('text data outside')) {
    return refuse(
      'xml.text-outside',
      firstNonBlank(source, tokenStart),
      'There is text outside of all elements.',
    )
  }
  if (
    /XML declaration/.test(complaint) ||
    /^<\?xml[ \t\r\n?]/.test(source.slice(tokenStart, tokenStart + 6))
  ) {
    const why = state.fragment ? 'a snippet has none: remove it' : 'it stands once, at the very start'
    return refuse('xml.declaration', tokenStart, `The XML declaration is out of place or incomplete: ${why}.`)
  }
  if (complaint.includes('attribute')) {
    return refuse(
      'xml.attribute',
      offset,
      "This is no attribute: they read name='value', with spaces between them.",
    )
  }
  return refuse('xml.syntax', offset, `This is not well-formed XML: ${complaint.replace(/\.$/, '')}.`)
}

/** The refusal of a document type, which could define entities and name files to load. */
export function doctypeRefusal(offset: number): XmlRefusal {
  const message = 'A document type (<!DOCTYPE …>) is not read: it can define entities. Remove it.'
  return new XmlRefusal('xml.doctype', offset, message)
}

/** The first `&` of the token that begins no reference which is read, where the complaint can be about one. */
function badReference(state: ParserState, complaint: string): XmlRefusal | undefined {
  const { source, tokenStart, offset } = state
  if (!/entity|^unclosed tag|^unexpected end/.test(complaint)) return undefined
  if (/^<[!?/]/.test(source.slice(tokenStart, tokenStart + 2))) return undefined
  for (let at = source.indexOf('&', tokenStart); at >= 0 && at <= offset; at = source.indexOf('&', at + 1)) {
    const ahead = source.slice(at, at + 64)
    if (/^&(?:amp|lt|gt|quot|apos);/.test(ahead) || isReferenceToCharacter(ahead)) continue
    const name = /^&([A-Za-z_][\w.-]*);/.exec(ahead)?.[1]
    if (name !== undefined) {
      const message = `The entity &${name}; is unknown: XML has &amp; &lt; &gt; &quot; &apos; and numbers.`
      return new XmlRefusal('xml.entity', at, message)
    }
    if (/^&#x?[\da-fA-F]*;/.test(ahead)) {
      return new XmlRefusal('xml.entity', at, 'This reference names no character that XML allows.')
    }
    return new XmlRefusal(
      'xml.ampersand',
      at,
      'A bare & begins a reference. Write &amp; for the character itself.',
    )
  }
  return undefined
}

/** True for a numeric reference to a character that XML 1.0 allows. */
function isReferenceToCharacter(text: string): boolean {
  const digits = /^&#(?:x([\da-fA-F]+)|(\d+));/.exec(text)
  if (digits === null) return false
  const code = digits[1] === undefined ? Number.parseInt(digits[2] ?? '', 10) : Number.parseInt(digits[1], 16)
  if (code === 9 || code === 10 || code === 13) return true
  return (
    (code >= 0x20 && code < 0xd800) || (code >= 0xe000 && code < 0xfffe) || (code > 0xffff && code < 0x110000)
  )
}

function secondOfSameName(attributes: readonly XmlAttribute[]): XmlAttribute | undefined {
  const seen = new Set<string>()
  for (const attribute of attributes) {
    if (seen.has(attribute.name)) return attribute
    seen.add(attribute.name)
  }
  return undefined
}

function firstNonBlank(source: string, from: number): number {
  const blank = /[ \t\r\n]*/y
  blank.lastIndex = from
  blank.test(source)
  return blank.lastIndex
}
