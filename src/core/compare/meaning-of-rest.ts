/** What XML says that the tables do not know. */
import { isRecord } from '../table/index.ts'
import { parseXmlFragment, type XmlNode } from '../xml/index.ts'
import { listOf } from './place-in-domain.ts'

/** What a `$rest` says beside comments and spelling. */
export function meaningOf(rest: unknown): unknown {
  if (!isRecord(rest)) return undefined
  const { attributes, children, inside } = rest
  const texts = listOf(children)
    .map((child) => (isRecord(child) ? String(child['xml']) : ''))
    .filter((xml) => !xml.startsWith('<!--') && xml.trim() !== '')
    .map(meaningOfXml)
  const said = isRecord(inside)
    ? Object.fromEntries(
        Object.entries(inside)
          .map(([key, value]) => [key, meaningOf(value)] as const)
          .filter(([, value]) => value !== undefined),
      )
    : {}
  // Where a namespace is declared says nothing.
  const named = listOf(attributes)
    .map((attribute) => JSON.stringify(attribute))
    .filter((attribute) => !attribute.startsWith('["xmlns'))
  if (texts.length === 0 && named.length === 0 && Object.keys(said).length === 0) return undefined
  return { attributes: named.sort(), texts, inside: said }
}

/** libvirt writes what it keeps in quotes and an indent of its own. */
function meaningOfXml(xml: string): string {
  const { elements, findings } = parseXmlFragment(xml)
  const [element, another] = elements
  return element === undefined || another !== undefined || findings.length > 0
    ? xml.replaceAll(/\s+/g, ' ')
    : meaningOfNode(element)
}

function meaningOfNode(node: XmlNode): string {
  if (node.kind === 'text' || node.kind === 'cdata') return JSON.stringify(node.text.trim())
  if (node.kind !== 'element') return ''
  const attributes = node.attributes.map(({ name, value }) => JSON.stringify([name, value])).sort()
  const inside = node.children.map(meaningOfNode).filter((text) => text !== '' && text !== '""')
  return `<${node.name} ${attributes.join(' ')}>${inside.join('')}</>`
}
