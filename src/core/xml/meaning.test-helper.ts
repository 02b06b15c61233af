/** What XML means to libvirt, so that two texts can be compared. */
import { ownText, parseXml, type XmlElement } from './index.ts'

/** An element: the order of attributes, of siblings with different names, and blank text aside. */
export interface Meaning {
  readonly attributes: readonly string[]
  readonly text: string
  readonly comments: readonly string[]
  /** By name, the names in alphabetical order. */
  readonly children: readonly (readonly [name: string, alike: readonly Meaning[]])[]
}

/** @param prefixes what is declared around the element */
export function meaning(element: XmlElement, prefixes: Prefixes = {}): Meaning {
  const here: Record<string, string> = { ...prefixes }
  for (const { name, value } of element.attributes)
    if (/^xmlns(?::|$)/.test(name)) here[name.replace(/^xmlns:?/, '')] = value
  const children = new Map<string, Meaning[]>()
  for (const node of element.children) {
    if (node.kind !== 'element') continue
    const name = expanded(node, here)
    const alike = children.get(name) ?? []
    alike.push(meaning(node, here))
    children.set(name, alike)
  }
  const own = ownText(element)
  return {
    attributes: element.attributes
      .filter(({ value }) => value !== qemu)
      .map(({ name, value }) => `${name}=${value}`)
      .sort(),
    // Blanks around a number or around children say nothing.
    text: /^\s*\d*\s*$/.test(own) ? own.trim() : own,
    comments: element.children.flatMap((node) => (node.kind === 'comment' ? [node.text] : [])),
    children: [...children].sort(([one], [other]) => (one < other ? -1 : 1)),
  }
}

/** What each prefix stands for; the empty one is that of names without. */
type Prefixes = Readonly<Record<string, string>>

const qemu = 'http://libvirt.org/schemas/domain/qemu/1.0'

/** QEMU’s elements are those of its namespace, whatever prefix they have. */
function expanded({ name, attributes }: XmlElement, prefixes: Prefixes): string {
  const colon = name.indexOf(':')
  const prefix = name.slice(0, Math.max(colon, 0))
  const own = attributes.find((one) => one.name === (prefix === '' ? 'xmlns' : `xmlns:${prefix}`))
  const namespace = own?.value ?? prefixes[prefix]
  return namespace === qemu ? `{${qemu}}${name.slice(colon + 1)}` : name
}

/** The root of a text that has to be well-formed. */
export function rootOf(xml: string): XmlElement {
  const { root, findings } = parseXml(xml)
  if (!root) throw new Error(`not well-formed: ${findings[0]?.message}`)
  return root
}

/** True when both texts mean the same. */
export function meansTheSame(one: string, other: string): boolean {
  return JSON.stringify(meaning(rootOf(one))) === JSON.stringify(meaning(rootOf(other)))
}
