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

export function meaning(element: XmlElement): Meaning {
  const children = new Map<string, Meaning[]>()
  for (const node of element.children) {
    if (node.kind !== 'element') continue
    const alike = children.get(node.name) ?? []
    alike.push(meaning(node))
    children.set(node.name, alike)
  }
  const own = ownText(element)
  return {
    attributes: element.attributes.map(({ name, value }) => `${name}=${value}`).sort(),
    // Blanks around a number or around children say nothing.
    text: /^\s*\d*\s*$/.test(own) ? own.trim() : own,
    comments: element.children.flatMap((node) => (node.kind === 'comment' ? [node.text] : [])),
    children: [...children].sort(([one], [other]) => (one < other ? -1 : 1)),
  }
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
