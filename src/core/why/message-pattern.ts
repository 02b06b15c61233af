/**
 * Messages of programs with their variable parts: `Cannot access storage file '{path}': No such file or directory`.
 *
 * A message is looked for without any blanks, in the pattern as in the text, since terminals, forums and mail break lines
 * where they like. What is looked for first is the longest fixed part of a pattern; from there each variable part reaches
 * to the nearest next fixed part. Nothing is tried twice, so that a text takes time as it is long, whatever it holds.
 */
import { ownValue } from '../text/index.ts'

/** A message, ready to be looked for. */
export interface MessagePattern {
  /** As it was declared. */
  readonly says: string
  /** How many characters of it are fixed: of two messages that match, the one that says more is meant. */
  readonly weight: number
  readonly start: Variable | undefined
  readonly fixed: readonly string[]
  /** Between the fixed parts. */
  readonly between: readonly Variable[]
  readonly end: Variable | undefined
  /** The longest one of `fixed`. */
  readonly anchor: number
}

interface Variable {
  /** Undefined for a part that nobody asks for: `{}`. */
  readonly name: string | undefined
  /** True where only a number may stand: `{port#}`. */
  readonly isNumber: boolean
  /** The sign around the part, which can't be in it. */
  readonly quote: string | undefined
}

/** A message that was found in a squeezed text. */
export interface MessageMatch {
  readonly start: number
  /** Behind the last character. */
  readonly end: number
  /** What the variable parts are: places in the squeezed text. */
  readonly parts: readonly {
    readonly name: string | undefined
    readonly start: number
    readonly end: number
  }[]
}

/** More than any name or path that a message holds; QEMU’s options are longer, and no pattern has them as a part. */
const mostOfPart = 300

/** More matches of one message in one text say nothing new. */
const mostMatches = 5

/** @param says the message, with `{name}`, `{name#}` for numbers, or `{}` in the place of what varies */
export function messagePattern(says: string): MessagePattern {
  const pieces = says.split(/(\{[^{}]*\})/)
  const texts = pieces.filter((_, index) => index % 2 === 0).map((text) => squeeze(text).text)
  const variables = pieces
    .filter((_, index) => index % 2 === 1)
    .map((piece, index) => variable(piece, texts[index] ?? '', texts[index + 1] ?? ''))
  const first = texts[0] === '' ? 1 : 0
  const last = texts.at(-1) === '' ? texts.length - 2 : texts.length - 1
  const fixed = texts.slice(first, last + 1)
  const longest = Math.max(...fixed.map(({ length }) => length))
  return {
    says,
    weight: fixed.reduce((sum, { length }) => sum + length, 0),
    start: first === 1 ? variables[0] : undefined,
    fixed,
    between: variables.slice(first, last),
    end: last < texts.length - 1 ? variables.at(-1) : undefined,
    anchor: fixed.findIndex(({ length }) => length === longest),
  }
}

function variable(piece: string, before: string, after: string): Variable {
  const word = piece.slice(1, -1)
  const name = word.endsWith('#') ? word.slice(0, -1) : word
  const sign = before.at(-1)
  const isQuoted = sign !== undefined && `'"`.includes(sign) && after.startsWith(sign)
  return {
    name: name === '' ? undefined : name,
    isNumber: word.endsWith('#'),
    quote: isQuoted ? sign : undefined,
  }
}

/** All places of a squeezed text where a message stands. */
export function findMessage(pattern: MessagePattern, squeezed: Squeezed): MessageMatch[] {
  const { text } = squeezed
  const anchor = pattern.fixed[pattern.anchor] ?? ''
  const found: MessageMatch[] = []
  if (anchor === '') return found
  for (let at = text.indexOf(anchor); at >= 0 && found.length < mostMatches; ) {
    const match = matchAround(pattern, squeezed, at)
    if (match !== undefined) found.push(match)
    at = text.indexOf(anchor, Math.max(at + anchor.length, match?.end ?? 0))
  }
  return found
}

function matchAround(pattern: MessagePattern, squeezed: Squeezed, at: number): MessageMatch | undefined {
  const { text } = squeezed
  const { fixed, between, anchor } = pattern
  const before: MessageMatch['parts'][number][] = []
  let start = at
  for (let index = anchor - 1; index >= 0; index -= 1) {
    const part = between[index]
    const literal = fixed[index] ?? ''
    const begins = part && startOfPart(part, literal, text, start)
    if (part === undefined || begins === undefined) return undefined
    before.unshift({ name: part.name, start: begins, end: start })
    start = begins - literal.length
  }
  const after: MessageMatch['parts'][number][] = []
  let end = at + (fixed[anchor] ?? '').length
  for (let index = anchor + 1; index < fixed.length; index += 1) {
    const part = between[index - 1]
    const literal = fixed[index] ?? ''
    const ends = part && endOfPart(part, literal, text, end)
    if (part === undefined || ends === undefined) return undefined
    after.push({ name: part.name, start: end, end: ends })
    end = ends + literal.length
  }
  return withEnds(pattern, squeezed, { start, end, parts: [...before, ...after] })
}

/** A part may hold what stands behind it, as an address its colons: so many places are tried for its end. */
const mostTries = 4

function endOfPart(part: Variable, literal: string, text: string, from: number): number | undefined {
  const reach = text.slice(from, from + mostOfPart + literal.length)
  let place = reach.indexOf(literal)
  for (let tries = 0; place >= 0 && tries < mostTries; tries += 1) {
    if (fits(part, reach.slice(0, place))) return from + place
    place = reach.indexOf(literal, place + 1)
  }
  return undefined
}

function startOfPart(part: Variable, literal: string, text: string, to: number): number | undefined {
  const from = Math.max(0, to - mostOfPart - literal.length)
  const reach = text.slice(from, to)
  let place = reach.lastIndexOf(literal)
  for (let tries = 0; place >= 0 && tries < mostTries; tries += 1) {
    const begins = place + literal.length
    if (fits(part, reach.slice(begins))) return from + begins
    place = place === 0 ? -1 : reach.lastIndexOf(literal, place - 1)
  }
  return undefined
}

/** The beginning of a PCI address, which ends at a colon. */
const pieceOfAddress = /^[0-9a-f]{4}(?::[0-9a-f]{2})?$/i

function fits({ name, isNumber, quote }: Variable, part: string): boolean {
  if (part === '' || (name === 'address' && pieceOfAddress.test(part))) return false
  if (isNumber) return /^-?(?:0x[0-9a-f]{1,16}|[0-9]{1,20})$/i.test(part)
  return quote === undefined || !part.includes(quote)
}

/** A variable part at either end of a message is the word that stands there; one named in the plural a list of them. */
function withEnds(
  pattern: MessagePattern,
  squeezed: Squeezed,
  { start, end, parts }: MessageMatch,
): MessageMatch | undefined {
  const { text } = squeezed
  let first = start
  if (pattern.start !== undefined) {
    while (first > 0 && start - first < mostOfPart && (first === start || isInside(squeezed, first)))
      first -= 1
    if (!fits(pattern.start, text.slice(first, start))) return undefined
  }
  let last = end
  if (pattern.end !== undefined) {
    const isList = pattern.end.name?.endsWith('s') === true
    const goesOn = () =>
      last === end ||
      isInside(squeezed, last) ||
      (isList && [text.charAt(last), text.charAt(last - 1)].includes(','))
    while (last < text.length && last - end < mostOfPart && goesOn()) last += 1
    if (pattern.end.isNumber) last = end + (/^-?[0-9a-fx]*/i.exec(text.slice(end, last))?.[0].length ?? 0)
    else while (last > end && '.,:;'.includes(text.charAt(last - 1))) last -= 1
    if (!fits(pattern.end, text.slice(end, last))) return undefined
  }
  return {
    start: first,
    end: last,
    parts: [
      ...(pattern.start === undefined ? [] : [{ name: pattern.start.name, start: first, end: start }]),
      ...parts,
      ...(pattern.end === undefined ? [] : [{ name: pattern.end.name, start: end, end: last }]),
    ],
  }
}

/** True when a word goes on from the character before to this one. */
function isInside({ text, places }: Squeezed, at: number): boolean {
  const isNext = (places[at] ?? 0) - (places[at - 1] ?? 0) === 1
  return isNext && !wordEnds.includes(text.charAt(at)) && !wordEnds.includes(text.charAt(at - 1))
}

const wordEnds = `'"()[]{}<>,;`

/** A text without its blanks, and where each of its characters was. */
export interface Squeezed {
  readonly text: string
  readonly places: readonly number[]
}

/** Pages set quotation marks of their own. */
const plainSigns: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
}

/** Takes all blanks out, and writes quotation marks as programs do. */
export function squeeze(text: string): Squeezed {
  const places: number[] = []
  let squeezed = ''
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index)
    if (sign.trim() === '') continue
    squeezed += ownValue(plainSigns, sign) ?? sign
    places.push(index)
  }
  return { text: squeezed, places }
}
