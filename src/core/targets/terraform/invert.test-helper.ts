/** The way back: domain XML of the map of `libvirt_domain`, by the tables. */
import { isRecord, type UnknownRecord } from '../../table/index.ts'
import type { Place, TerraformShape, TerraformWord } from './words.ts'

interface Grown {
  readonly name: string
  readonly attributes: Map<string, string>
  text: string | undefined
  readonly children: (Grown | string)[]
}

/** @param held `libvirt_domain` as JSON, its expressions as texts */
export function invertedXml(shape: TerraformShape, held: UnknownRecord): string {
  const root = grown('domain')
  inMap(shape, held, root, undefined)
  root.attributes.set('xmlns:qemu', 'http://libvirt.org/schemas/domain/qemu/1.0')
  return printed(root)
}

function grown(name: string): Grown {
  return { name, attributes: new Map(), text: undefined, children: [] }
}

function inMap(shape: TerraformShape, held: UnknownRecord, here: Grown, above: Grown | undefined): void {
  for (const [name, value] of Object.entries(held)) {
    const word = shape[name]
    if (word !== undefined) inWord(word, value, here, above)
  }
}

function inWord(word: TerraformWord, value: unknown, here: Grown, above: Grown | undefined): void {
  switch (word.kind) {
    case 'text':
    case 'number':
    case 'flag':
      set(word.place, saidText(word.place, value), here, above)
      break
    case 'presence':
      if (value === true) childOf(here, word.child)
      break
    case 'texts':
      for (const item of Array.isArray(value) ? value : [])
        here.children.push({ ...grown(word.child), text: unescaped(String(item)) })
      break
    case 'raw':
      here.children.push(unescaped(String(value)))
      break
    case 'object':
      if (isRecord(value)) inMap(word.shape, value, childOf(here, word.child), here)
      break
    case 'list':
      for (const item of Array.isArray(value) ? value : []) {
        const child = grown(word.child)
        here.children.push(child)
        if (isRecord(item)) inMap(word.shape, item, child, here)
      }
      break
    case 'kind':
      if (word.by !== undefined && word.is !== undefined) set(word.by, word.is, here, above)
      if (word.also !== undefined) here.attributes.set(word.also.attribute, word.also.is)
      if (isShape(word.inside)) {
        if (isRecord(value)) inMap(word.inside, value, here, above)
      } else if (word.inside !== undefined) inWord(word.inside, value, here, above)
      break
    case 'end': {
      const ends = above ?? here
      const found = ends.children.find(
        (child): child is Grown =>
          typeof child !== 'string' && child.name === here.name && child.attributes.get('mode') === word.mode,
      )
      const free = here.attributes.has('mode') ? undefined : here
      const end = found ?? free ?? grown(here.name)
      if (end !== here && found === undefined) ends.children.push(end)
      end.attributes.set('mode', word.mode)
      if (value !== '') end.attributes.set(word.attribute, unescaped(String(value)))
      break
    }
  }
}

function saidText({ attribute }: Place, value: unknown): string {
  if (typeof value !== 'boolean') return unescaped(String(value))
  const [yes, no] = attribute === 'migratable' ? ['on', 'off'] : ['yes', 'no']
  return value ? yes : no
}

function isShape(inside: unknown): inside is TerraformShape {
  return isRecord(inside) && typeof inside['kind'] !== 'string'
}

function set(
  { child, attribute, above: isAbove }: Place,
  text: string,
  here: Grown,
  above: Grown | undefined,
) {
  const base = isAbove ? above : here
  if (base === undefined) return
  const holder = child === undefined ? base : childOf(base, child)
  if (attribute === undefined) holder.text = text
  else holder.attributes.set(attribute, text)
}

function childOf(here: Grown, name: string): Grown {
  const found = here.children.find(
    (child): child is Grown => typeof child !== 'string' && child.name === name,
  )
  if (found !== undefined) return found
  const made = grown(name)
  here.children.push(made)
  return made
}

/** The parser leaves a text as a template has it. */
function unescaped(text: string): string {
  return text.replace(/\$\{"([$%])"\}/g, '$1').replace(/([$%])\1\{/g, '$1{')
}

function printed({ name, attributes, text = '', children }: Grown): string {
  const head = [...attributes].map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')
  const inside = children.map((child) => (typeof child === 'string' ? child : printed(child))).join('')
  return `<${name}${head}>${escaped(text)}${inside}</${name}>`
}

function escaped(text: string): string {
  return text.replace(/[<>&"\n\r\t]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
