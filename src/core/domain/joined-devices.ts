/** Several `<devices>` of one domain. */
import type { XmlElement, XmlNode } from '../xml/index.ts'

/**
 * A `<domain>` whose further `<devices>` stand in its first: libvirt asks for `./devices/disk` and the like, and so takes
 * the devices of all of them (virDomainDefParseXML).
 */
export function withDevicesJoined(domain: XmlElement): XmlElement {
  const [first, ...further] = domain.children.filter(isDevices)
  if (first === undefined || further.length === 0) return domain
  const joined: XmlElement = { ...first, children: [first, ...further].flatMap(({ children }) => children) }
  const children = domain.children
    .filter((child) => child === first || !isDevices(child))
    .map((child) => (child === first ? joined : child))
  return { ...domain, children }
}

function isDevices(node: XmlNode): node is XmlElement {
  return node.kind === 'element' && node.name === 'devices'
}
