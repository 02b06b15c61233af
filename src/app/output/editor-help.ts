/** What the editor of XML completes and explains, from the tables; nothing here knows Monaco. */

import { domain } from '../../core/domain/index.ts'
import { type ElementFields, elementFields, type NamedValue } from '../../core/table/index.ts'
import type { Meta } from '../core.ts'
import { t, translated } from '../words/index.ts'

export interface Suggestion {
  readonly label: string
  /** What is put into the text; `$0` is where the caret stands then. */
  readonly insert: string
  readonly kind: 'element' | 'attribute' | 'value' | 'key'
  readonly help: string | undefined
}

/** A place in a text, from 1. */
export interface Caret {
  readonly line: number
  readonly column: number
}

/** What may be written at a place, and how many characters before it are the beginning of it. */
export interface Suggestions {
  readonly typed: number
  /** How many characters after it give way too. */
  readonly tail?: number
  readonly items: readonly Suggestion[]
}

export const nothing: Suggestions = { typed: 0, items: [] }

/** The help of a field as Markdown: what it is for, its values, where it is from. */
export function helpOf(meta: Meta, choices: readonly string[] | undefined): string | undefined {
  const lines = [
    meta.help === undefined ? undefined : translated(meta.help),
    choices === undefined || choices.length === 0
      ? undefined
      : t`Values: ${choices.map((word) => `\`${word}\``).join(', ')}`,
    meta.default === undefined ? undefined : t`Default: ${String(meta.default)}`,
    meta.unit === undefined ? undefined : t`Unit: ${meta.unit}`,
    meta.since === undefined ? undefined : t`Since libvirt ${meta.since}`,
  ].filter((line) => line !== undefined)
  return lines.length === 0 ? undefined : lines.join('\n\n')
}

const domainElement: ElementFields = {
  attributes: [],
  children: [{ name: 'domain', meta: { help: t`A virtual machine.` } }],
  text: undefined,
  child: (name) => (name === 'domain' ? elementFields(domain) : undefined),
}

interface XmlPlace {
  /** The elements that are open around the place, from the outside in. */
  readonly open: readonly string[]
  /** The start tag that the place is in, from its `<`; undefined between tags. */
  readonly tag: string | undefined
  readonly text: string
}

/** Where in the XML an offset is, as far as the text before it says. */
export function xmlPlace(text: string, offset: number): XmlPlace | undefined {
  const open: string[] = []
  const token =
    /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<(\/?)([^\s<>/="']*)((?:"[^"]*"|'[^']*'|[^<>"'])*)(>?)/g
  const before = text.slice(0, offset)
  let last = 0
  for (const match of before.matchAll(token)) {
    const [all, slash, name, inside, end] = match
    last = match.index + all.length
    if (name === undefined) {
      if (last === before.length && !/(?:-->|\]\]>|\?>)$/.test(all)) return undefined
      continue
    }
    if (end !== '>') return { open, tag: before.slice(match.index), text: '' }
    if (slash === '/') open.splice(Math.max(0, open.lastIndexOf(name)))
    else if (inside?.endsWith('/') !== true) open.push(name)
  }
  return { open, tag: undefined, text: before.slice(last) }
}

function fieldsAt(names: readonly string[]): ElementFields | undefined {
  return names.reduce<ElementFields | undefined>((at, name) => at?.child(name), domainElement)
}

/** What may be written at a place of domain XML: an element, an attribute, one of its values, or a text. */
export function suggestXml(text: string, offset: number): Suggestions {
  const place = xmlPlace(text, offset)
  if (place === undefined) return nothing
  const { open, tag } = place
  if (tag === undefined) {
    const inside = fieldsAt(open)
    const typed = place.text.trimStart()
    const words = valuesOf(inside?.text, typed)
    return words.items.length > 0 ? words : { typed: 0, items: elements(open, inside, '<') }
  }
  if (tag.startsWith('</')) {
    const name = open.at(-1)
    return name === undefined
      ? nothing
      : {
          typed: tag.length - 2,
          items: [{ label: name, insert: `${name}>`, kind: 'element', help: undefined }],
        }
  }
  const named = /^<([^\s<>/="']*)$/.exec(tag)
  if (named) return { typed: named[1]?.length ?? 0, items: elements(open, fieldsAt(open), '') }
  const [, name = ''] = /^<([^\s<>/="']+)/.exec(tag) ?? []
  const element = fieldsAt([...open, name])
  if (element === undefined) return nothing
  const inValue = /([^\s=]+)\s*=\s*(?:"([^"]*)|'([^']*))$/.exec(tag)
  const isInside = inValue !== null && (tag.split(inValue[2] === undefined ? "'" : '"').length - 1) % 2 === 1
  if (inValue && isInside)
    return valuesOf(
      element.attributes.find((one) => one.name === inValue[1]),
      inValue[2] ?? inValue[3] ?? '',
    )
  const [, typed = ''] = /\s([^\s=<>"']*)$/.exec(tag) ?? []
  if (!/\s[^\s=<>"']*$/.test(tag)) return nothing
  const there = new Set([...tag.matchAll(/([^\s=]+)\s*=/g)].map(([, attribute]) => attribute))
  return {
    typed: typed.length,
    items: element.attributes.flatMap(({ name: attribute, meta, scalar }): Suggestion[] =>
      there.has(attribute)
        ? []
        : [
            {
              label: attribute,
              insert: `${attribute}='$0'`,
              kind: 'attribute',
              help: helpOf(meta, scalar.choices),
            },
          ],
    ),
  }
}

function elements(open: readonly string[], inside: ElementFields | undefined, lead: string): Suggestion[] {
  const children = (inside?.children ?? []).map(({ name, meta }): Suggestion => {
    const fields = inside?.child(name)
    const hasText = fields?.text !== undefined
    const isPlain = fields === undefined || (fields.attributes.length === 0 && fields.children.length === 0)
    const insert = hasText ? `${name}>$0</${name}>` : isPlain ? `${name}/>` : `${name}$0`
    return { label: name, insert: `${lead}${insert}`, kind: 'element', help: helpOf(meta, undefined) }
  })
  const last = open.at(-1)
  return last === undefined
    ? children
    : [
        ...children,
        { label: `/${last}`, insert: `${lead}/${last}>`, kind: 'element', help: t`Ends the element.` },
      ]
}

function valuesOf(value: NamedValue | undefined, typed: string): Suggestions {
  const words = value?.scalar.choices ?? []
  return {
    typed: typed.length,
    items: words.map((word) => ({ label: word, insert: word, kind: 'value', help: value?.meta.help })),
  }
}

/** The help of the element or attribute at a place of domain XML. */
export function explainXml(text: string, offset: number): string | undefined {
  const [tail = ''] = /^[\w:.-]*/.exec(text.slice(offset)) ?? []
  const place = xmlPlace(text, offset + tail.length)
  if (place?.tag === undefined) return undefined
  const [, slash, name = ''] = /^<(\/?)([^\s<>/="']*)/.exec(place.tag) ?? []
  const around = slash === '/' ? place.open.slice(0, -1) : place.open
  if (/^<\/?[^\s<>/="']*$/.test(place.tag)) {
    const child = fieldsAt(around)?.children.find((one) => one.name === name)
    const inner = fieldsAt([...around, name])
    return child && helpOf({ ...inner?.text?.meta, ...child.meta }, inner?.text?.scalar.choices)
  }
  const [, attribute] = /\s([^\s=<>"']+)(?:\s*=\s*(?:"[^"]*|'[^']*))?$/.exec(place.tag) ?? []
  const value = fieldsAt([...around, name])?.attributes.find((one) => one.name === attribute)
  return value && helpOf(value.meta, value.scalar.choices)
}
