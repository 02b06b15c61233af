/**
 * Brings a change of meaning into a text that a person wrote: only the places that changed are touched. Comments, the
 * order of elements, quotes and indentation of everything else stay.
 */
import { escapeAttribute, escapeText } from './escape.ts'
import { parseXml } from './parse.ts'
import { childElements, ownText, type XmlElement } from './tree.ts'

/** One replacement in the source. */
interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * The source, changed as `before` became `after`.
 *
 * @param source well-formed XML that means the same as `before`
 * @param before canonical XML of what the source says
 * @param after canonical XML of what it is to say
 * @returns undefined when one of the three can't be parsed or the roots differ
 */
export function patchXml(source: string, before: string, after: string): string | undefined {
  const roots = [source, before, after].map((text) => parseXml(text).root)
  const [written, old, wanted] = roots
  if (!written || !old || !wanted || written.name !== wanted.name) return undefined
  const splices: Splice[] = []
  patchElement({ source, after, splices }, written, old, wanted)
  return applied(source, splices)
}

interface Patch {
  readonly source: string
  readonly after: string
  readonly splices: Splice[]
}

function applied(source: string, splices: readonly Splice[]): string {
  const ordered = splices.map((splice, index) => ({ splice, index }))
  ordered.sort((one, other) => one.splice.start - other.splice.start || one.index - other.index)
  let text = ''
  let at = 0
  for (const { splice } of ordered) {
    text += source.slice(at, splice.start) + splice.text
    at = splice.end
  }
  return text + source.slice(at)
}

function patchElement(patch: Patch, written: XmlElement, old: XmlElement, wanted: XmlElement): void {
  if (meaning(old) === meaning(wanted)) return
  patchAttributes(patch, written, old, wanted)
  const oldText = ownText(old).trim()
  const wantedText = ownText(wanted).trim()
  const hasElements = [written, wanted].some((element) => childElements(element).length > 0)
  if (oldText !== wantedText && !hasElements) patchText(patch, written, wanted)
  else patchChildren(patch, written, old, wanted)
}

function patchAttributes(
  { source, splices }: Patch,
  written: XmlElement,
  old: XmlElement,
  wanted: XmlElement,
): void {
  const oldValues = new Map(old.attributes.map(({ name, value }) => [name, value]))
  const wantedValues = new Map(wanted.attributes.map(({ name, value }) => [name, value]))
  for (const attribute of written.attributes) {
    const value = wantedValues.get(attribute.name)
    if (value === undefined && oldValues.has(attribute.name)) {
      const before = source.slice(written.start, attribute.start)
      const blank = before.length - before.trimEnd().length
      splices.push({ start: attribute.start - blank, end: attribute.end, text: '' })
    } else if (value !== undefined && value !== oldValues.get(attribute.name)) {
      const quote = source.charAt(attribute.end - 1) === '"' ? '"' : "'"
      splices.push({
        start: attribute.start,
        end: attribute.end,
        text: `${attribute.name}=${quote}${quoted(value, quote)}${quote}`,
      })
    }
  }
  const last = written.attributes.at(-1)
  const place = last ? last.end : written.start + 1 + written.name.length
  const there = new Set(written.attributes.map(({ name }) => name))
  for (const { name, value } of wanted.attributes)
    if (!there.has(name))
      splices.push({ start: place, end: place, text: ` ${name}='${escapeAttribute(value)}'` })
}

function quoted(value: string, quote: string): string {
  const escaped = escapeAttribute(value)
  return quote === '"' ? escaped.replaceAll('&apos;', "'").replaceAll('"', '&quot;') : escaped
}

function patchText({ source, splices }: Patch, written: XmlElement, wanted: XmlElement): void {
  const text = escapeText(ownText(wanted))
  if (written.startTagEnd === written.end) {
    const slash = source.lastIndexOf('/', written.end)
    splices.push({ start: slash, end: written.end, text: text === '' ? '/>' : `>${text}</${written.name}>` })
    return
  }
  const end = source.lastIndexOf('</', written.end)
  const own = source.slice(written.startTagEnd, end)
  const lead = /^\s*/.exec(own)?.[0] ?? ''
  const trail = own.trim() === '' ? '' : own.slice(own.trimEnd().length)
  splices.push({ start: written.startTagEnd + lead.length, end: end - trail.length, text })
}

function patchChildren(patch: Patch, written: XmlElement, old: XmlElement, wanted: XmlElement): void {
  const writtenByName = byName(written)
  const oldByName = byName(old)
  const wantedByName = byName(wanted)
  /** What each wanted child became in the source, so that a new one can stand behind its neighbour. */
  const places = new Map<XmlElement, XmlElement>()
  for (const [name, wantedChildren] of wantedByName) {
    const theirs = writtenByName.get(name) ?? []
    const pairs = aligned(oldByName.get(name) ?? [], wantedChildren)
    for (const [index, child] of wantedChildren.entries()) {
      const was = pairs.kept.get(index)
      const mine = was === undefined ? undefined : theirs[was]
      const before = was === undefined ? undefined : oldByName.get(name)?.[was]
      if (!mine || !before) continue
      places.set(child, mine)
      patchElement(patch, mine, before, child)
    }
  }
  for (const [name, theirs] of writtenByName) {
    const kept = new Set(aligned(oldByName.get(name) ?? [], wantedByName.get(name) ?? []).kept.values())
    const known = oldByName.get(name)?.length ?? 0
    for (const [index, child] of theirs.entries()) if (index < known && !kept.has(index)) remove(patch, child)
  }
  insertNew(patch, written, wanted, places)
}

function byName(element: XmlElement): Map<string, XmlElement[]> {
  const groups = new Map<string, XmlElement[]>()
  for (const child of childElements(element)) {
    const group = groups.get(child.name)
    if (group) group.push(child)
    else groups.set(child.name, [child])
  }
  return groups
}

/**
 * Which old child each wanted one was: equal ones first, from both ends; what is between in order, as far as both
 * sides go.
 */
function aligned(
  old: readonly XmlElement[],
  wanted: readonly XmlElement[],
): { readonly kept: Map<number, number> } {
  const kept = new Map<number, number>()
  const same = (at: number, was: number) => {
    const [one, other] = [wanted[at], old[was]]
    return one !== undefined && other !== undefined && meaning(one) === meaning(other)
  }
  let start = 0
  while (start < old.length && start < wanted.length && same(start, start)) {
    kept.set(start, start)
    start += 1
  }
  let oldEnd = old.length
  let wantedEnd = wanted.length
  while (oldEnd > start && wantedEnd > start && same(wantedEnd - 1, oldEnd - 1)) {
    oldEnd -= 1
    wantedEnd -= 1
    kept.set(wantedEnd, oldEnd)
  }
  for (let at = start; at < wantedEnd && at < oldEnd; at += 1) kept.set(at, at)
  return { kept }
}

/** Takes the element away, with its line when it has one of its own. */
function remove({ source, splices }: Patch, element: XmlElement): void {
  const lineStart = source.lastIndexOf('\n', element.start - 1) + 1
  const alone = source.slice(lineStart, element.start).trim() === ''
  const rest = /^[ \t]*\r?\n/.exec(source.slice(element.end))
  if (alone && rest) splices.push({ start: lineStart, end: element.end + rest[0].length, text: '' })
  else splices.push({ start: element.start, end: element.end, text: '' })
}

function insertNew(
  patch: Patch,
  written: XmlElement,
  wanted: XmlElement,
  places: ReadonlyMap<XmlElement, XmlElement>,
): void {
  const { source, splices } = patch
  const children = childElements(wanted)
  const indent = indentOf(source, written)
  const inner = childElements(written)[0]
    ? indentOf(source, childElements(written)[0] ?? written)
    : `${indent}  `
  let previous: XmlElement | undefined
  const first: string[] = []
  for (const child of children) {
    const mine = places.get(child)
    if (mine) {
      previous = mine
      continue
    }
    const text = reindented(patch.after.slice(child.start, child.end), indentOf(patch.after, child), inner)
    if (previous) splices.push({ start: previous.end, end: previous.end, text: `\n${inner}${text}` })
    else first.push(`\n${inner}${text}`)
  }
  if (first.length === 0) return
  if (written.startTagEnd === written.end) {
    const slash = source.lastIndexOf('/', written.end)
    splices.push({ start: slash, end: written.end, text: `>${first.join('')}\n${indent}</${written.name}>` })
  } else {
    const tail = source.slice(written.startTagEnd, written.end).startsWith('</') ? `\n${indent}` : ''
    splices.push({ start: written.startTagEnd, end: written.startTagEnd, text: first.join('') + tail })
  }
}

function indentOf(source: string, element: XmlElement): string {
  const lineStart = source.lastIndexOf('\n', element.start - 1) + 1
  return /^[ \t]*/.exec(source.slice(lineStart, element.start))?.[0] ?? ''
}

function reindented(text: string, from: string, to: string): string {
  return from === to
    ? text
    : text
        .split('\n')
        .map((line, index) => (index > 0 && line.startsWith(from) ? to + line.slice(from.length) : line))
        .join('\n')
}

const meanings = new WeakMap<XmlElement, string>()

/** A text that is the same for elements that mean the same: the order of attributes and blank text aside. */
function meaning(element: XmlElement): string {
  const known = meanings.get(element)
  if (known !== undefined) return known
  const attributes = element.attributes
    .map(({ name, value }) => [name, value])
    .sort(([one = ''], [other = '']) => (one < other ? -1 : 1))
  const made = JSON.stringify([
    element.name,
    attributes,
    ownText(element).trim(),
    childElements(element).map(meaning),
  ])
  meanings.set(element, made)
  return made
}
