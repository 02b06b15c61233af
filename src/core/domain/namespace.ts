/** The namespace of `qemu:` elements: declared where it is used, and by nobody else. */
import { readXml } from '../table/index.ts'
import { attributeValue, type XmlElement } from '../xml/index.ts'
import { type Domain, domain as shape } from './domain.ts'
import { withDevicesJoined } from './joined-devices.ts'
import { qemuArguments, qemuNamespace } from './qemu-arguments.ts'
import { withQemuPrefix } from './qemu-prefix.ts'

const [declaration, namespace] = qemuNamespace

/** What the table is without the namespace: `qemu:` elements say nothing to libvirt then, and are kept as they are. */
const undeclared = Object.fromEntries(Object.entries(shape).filter(([key]) => !(key in qemuArguments)))

/**
 * Reads `<domain>`. The declaration is not kept when the domain has what is declared: it is written anyway.
 *
 * @param source the text that the element was parsed from
 */
export function readDomainElement(element: XmlElement, source: string): Domain {
  const usual = withQemuPrefix(withDevicesJoined(element))
  if (attributeValue(usual, declaration) !== namespace) return readXml(undeclared, usual, source)
  const domain: Domain = readXml(shape, usual, source)
  if (!usesNamespace(domain)) return domain
  const { $rest, ...said } = domain
  const { attributes = [], ...rest } = $rest ?? {}
  const others = attributes.filter(([name]) => name !== declaration)
  const left = others.length > 0 ? { ...rest, attributes: others } : rest
  return Object.keys(left).length > 0 ? { ...said, $rest: left } : said
}

/** libvirt drops elements of a namespace that the domain doesn't declare, without a word. */
export function withNamespace(domain: Domain): Domain {
  const attributes = domain.$rest?.attributes ?? []
  if (!usesNamespace(domain) || attributes.some(([name]) => name === declaration)) return domain
  return { ...domain, $rest: { ...domain.$rest, attributes: [...attributes, qemuNamespace] } }
}

function usesNamespace(domain: Domain): boolean {
  for (const key in qemuArguments) if (key in domain) return true
  return false
}
