/** `qemu:` elements under another prefix, or under none. */
import type { XmlAttribute, XmlElement, XmlNode } from '../xml/index.ts'
import { qemuNamespace } from './qemu-arguments.ts'

const [declaration, namespace] = qemuNamespace

/** The elements that libvirt has in the namespace, and no others: what else there is stays as it was written. */
const known: ReadonlySet<string> = new Set([
  ...['commandline', 'arg', 'env', 'capabilities', 'add', 'del'],
  ...['override', 'device', 'frontend', 'property', 'deprecation'],
])

/** Prefixes and what they stand for; the empty one is that of names without. */
type Prefixes = ReadonlyMap<string, string>

/**
 * A `<domain>` whose elements of QEMU’s namespace are called `qemu:…`, whatever prefix the author took, as `<commandline
 * xmlns='…'>`; then it declares that one. libvirt goes by the namespace.
 */
export function withQemuPrefix(domain: XmlElement): XmlElement {
  const prefixes = declaredBy(domain, new Map())
  const usual = prefixes.get('qemu')
  if (usual !== undefined && usual !== namespace) return domain
  const children = domain.children.map((child) =>
    usual !== undefined && child.kind === 'element' && child.name.startsWith('qemu:')
      ? child
      : (renamed(child, prefixes) ?? child),
  )
  if (children.every((child, index) => child === domain.children[index])) return domain
  const others = domain.attributes.filter(({ name }) => name !== declaration)
  const { position, start, end } = domain
  const attribute: XmlAttribute = { name: declaration, value: namespace, position, start, end }
  return { ...domain, attributes: [...others, attribute], children }
}

/** @returns undefined for what is of another namespace, or holds what is */
function renamed(node: XmlNode, around: Prefixes): XmlElement | undefined {
  if (node.kind !== 'element') return undefined
  const prefixes = declaredBy(node, around)
  const { prefix, local } = partsOf(node.name)
  if (prefixes.get(prefix) !== namespace || !known.has(local)) return undefined
  const attributes = node.attributes.filter(({ name, value }) => !isDeclaration(name) || value !== namespace)
  if (attributes.some(({ name }) => name.includes(':'))) return undefined
  const children: XmlNode[] = []
  for (const child of node.children) {
    const inner = child.kind === 'element' ? renamed(child, prefixes) : child
    if (inner === undefined) return undefined
    children.push(inner)
  }
  return { ...node, name: `qemu:${local}`, attributes, children }
}

function declaredBy(element: XmlElement, around: Prefixes): Prefixes {
  const own = element.attributes.filter(({ name }) => isDeclaration(name))
  if (own.length === 0) return around
  return new Map([...around, ...own.map(({ name, value }) => [name.slice('xmlns:'.length), value] as const)])
}

function isDeclaration(name: string): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:')
}

function partsOf(name: string): { readonly prefix: string; readonly local: string } {
  const colon = name.indexOf(':')
  return { prefix: name.slice(0, Math.max(colon, 0)), local: name.slice(colon + 1) }
}
