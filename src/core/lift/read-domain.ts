/** Domain XML as people have it: from virsh dumpxml, virt-manager, a forum, or inside what libvirt keeps for itself. */
import {
  type Domain,
  readDomainElement,
  type SpecElement,
  specElementOf,
  withoutSpecElement,
} from '../domain/index.ts'
import { type Finding, formatPath, type Path } from '../finding.ts'
import { isRecord, type Rest } from '../table/index.ts'
import { ownValue, type XmlInText, xmlInText } from '../text/index.ts'
import { childElements, ownText, parseXml, parseXmlFragment, type XmlElement } from '../xml/index.ts'

/** One domain of a text. */
export interface ReadDomain {
  /** What it calls itself; 'imported' when it has no name. */
  readonly name: string
  readonly domain: Domain
  /** Its element as it was parsed, with the places of all that is in it. */
  readonly element: XmlElement
  /** Its XML, cut out of the text as it is. */
  readonly source: string
  /** The design that is stored in its metadata, which is no part of the Domain; `designOfXml` reads it. */
  readonly spec: SpecElement | undefined
}

/** What a text holds. */
export interface DomainDocument {
  /** Usually one; several when the text is a list of domains. */
  readonly domains: readonly ReadDomain[]
  readonly findings: readonly Finding[]
}

/** What libvirt wraps a domain in. */
const wrappers = new Set([
  'domstatus',
  'domainsnapshot',
  'domainbackup',
  'domaincheckpoint',
  'domains',
  'revert-domain',
])

/** Other things that libvirt describes in XML, in words. */
const notDomains: Readonly<Record<string, string>> = {
  network: 'a network',
  pool: 'a storage pool',
  volume: 'a storage volume',
  interface: 'a network interface',
  capabilities: 'the capabilities of a host',
  domainCapabilities: 'the capabilities of a hypervisor',
  device: 'a device of a host',
  secret: 'a secret',
  filter: 'a network filter',
  nwfilter: 'a network filter',
  cpu: 'a processor',
  networkport: 'a port of a network',
}

/**
 * Reads domain XML.
 *
 * @param text one domain, one inside <domstatus> or <domainsnapshot>, or several side by side; with a prompt or other
 *   lines around, or quoted by a mail
 * @returns every domain that was found; codes of findings: those of the XML parser, `domain.root` for anything else,
 *   `xml.text-around` (advice) for lines that are no XML, `domain.no-os`, `domain.no-name` for what libvirt misses
 */
export function readDomainXml(text: string): DomainDocument {
  const within = xmlInText(text)
  if (within === undefined) return readXml(text)
  const { domains, findings } = readXml(within.xml)
  const around = aroundFinding(within)
  return { domains, findings: around === undefined ? findings : [around, ...findings] }
}

function aroundFinding({ passedOver, quoted }: XmlInText): Finding | undefined {
  const [first] = passedOver
  if (first === undefined && !quoted) return undefined
  const lines =
    passedOver.length === 1
      ? `Line ${first} is no XML and was passed over`
      : `${passedOver.length} lines that are no XML were passed over, the first of them line ${first}`
  const marks = 'the > in front of lines was left out'
  const message =
    first === undefined ? 'The > in front of lines was left out.' : `${lines}${quoted ? `; ${marks}` : ''}.`
  const position = { line: first ?? 1, column: 1 }
  return { code: 'xml.text-around', severity: 'advice', path: [], position, message }
}

function readXml(text: string): DomainDocument {
  const { root, findings } = parseXml(text)
  if (root) return readRoot(root, text)
  const several = findings.some((finding) => finding.code === 'xml.several-roots')
  if (!several) return { domains: [], findings }
  const fragment = parseXmlFragment(text)
  if (fragment.findings.length > 0) return { domains: [], findings: fragment.findings }
  const read = fragment.elements.map((element) => readRoot(element, text))
  return {
    domains: read.flatMap(({ domains }) => domains),
    findings: read.flatMap((one) => one.findings),
  }
}

function readRoot(root: XmlElement, text: string): DomainDocument {
  if (root.name === 'domain') return { domains: [readDomain(root, text)], findings: missingIn(root) }
  if (wrappers.has(root.name)) {
    const inside = domainsWithin(root)
    if (inside.length > 0)
      return {
        domains: inside.map((element) => readDomain(element, text)),
        findings: inside.flatMap(missingIn),
      }
  }
  const what = ownValue(notDomains, root.name)
  const message =
    what === undefined
      ? `The root of this XML is <${root.name}>. vmwright reads libvirt domains, whose root is <domain>.`
      : `This is ${what} (<${root.name}>), not a VM. vmwright reads libvirt domains, whose root is <domain>.`
  return {
    domains: [],
    findings: [{ code: 'domain.root', severity: 'error', path: [], position: root.position, message }],
  }
}

function domainsWithin(element: XmlElement): XmlElement[] {
  return childElements(element).flatMap((child) => (child.name === 'domain' ? [child] : []))
}

function readDomain(element: XmlElement, text: string): ReadDomain {
  const domain = domainOf(element, text)
  const named = childElements(element).find((child) => child.name === 'name')
  const name = named ? ownText(named) : ''
  return {
    name: name === '' ? 'imported' : name,
    domain,
    element,
    source: text.slice(element.start, element.end),
    spec: specElementOf(element),
  }
}

function domainOf(element: XmlElement, text: string): Domain {
  const alone = withoutSpecElement(element, text)
  const root = alone === undefined ? undefined : parseXml(alone).root
  return alone === undefined || root === undefined
    ? readDomainElement(element, text)
    : readDomainElement(root, alone)
}

/** What libvirt wants and a design makes up: "an os <type> must be specified", "missing name information" (11.3). */
function missingIn(element: XmlElement): Finding[] {
  const { position } = element
  const children = childElements(element)
  const hasName = children.some((child) => child.name === 'name' && ownText(child).trim() !== '')
  const hasType = children.some(
    (child) =>
      child.name === 'bootloader' ||
      (child.name === 'os' &&
        childElements(child).some((inner) => inner.name === 'type' && ownText(inner).trim() !== '')),
  )
  const findings: Finding[] = []
  if (!hasType)
    findings.push({
      code: 'domain.no-os',
      severity: 'error',
      path: ['libvirt', 'os', 'type'],
      position,
      message:
        'libvirt refuses a domain without an <os> with its <type>: say <os><type>hvm</type></os>, which is a whole machine.',
    })
  if (!hasName)
    findings.push({
      code: 'domain.no-name',
      severity: 'advice',
      path: [],
      position,
      message: 'libvirt refuses a domain without a <name>: it is called imported here.',
    })
  return findings
}

/** Something that the tables don't know: it is kept, and the form does not show it. */
export interface Kept {
  /** The value that it belongs to. */
  readonly path: Path
  readonly kind: 'attribute' | 'element' | 'comment' | 'text'
  /** The attribute as it stands, or the beginning of the XML. */
  readonly text: string
}

/**
 * What is kept for a Domain, as one finding that lists it; its code is `xml.kept`.
 *
 * @returns undefined when nothing is kept
 */
export function keptFinding(domain: Domain): Finding | undefined {
  const kept = listKept(domain)
  if (kept.length === 0) return undefined
  const things = kept
    .slice(0, mostNamed)
    .map(({ path, text }) => `${path.length === 0 ? '' : `${formatPath(path)}: `}${beginning(text)}`)
  const count = kept.length === 1 ? '1 thing is' : `${kept.length} things are`
  const more = kept.length > mostNamed ? `; and ${kept.length - mostNamed} more` : ''
  const message = `${count} kept that the form does not show: ${things.join('; ')}${more}`
  return { code: 'xml.kept', severity: 'advice', path: [], message }
}

/** More than this nobody reads; all of it stays in the design. */
const mostNamed = 20

/** Long enough to know it again. */
function beginning(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`
}

/** Lists what is kept for a Domain, in the order of the tables. */
export function listKept(domain: Domain): Kept[] {
  const kept: Kept[] = []
  const visit = (held: unknown, path: Path) => {
    if (Array.isArray(held)) for (const [index, item] of held.entries()) visit(item, [...path, index])
    else if (isRecord(held))
      for (const [key, inner] of Object.entries(held)) {
        if (key === '$rest') addRest(kept, inner, path)
        else visit(inner, [...path, key])
      }
  }
  visit(domain, [])
  return [...kept, ...handedToQemu(domain)]
}

/** What goes to QEMU past libvirt. */
function handedToQemu(domain: Domain): Kept[] {
  const words = domain.qemu_arguments?.map(({ value }) => value) ?? []
  const variables = domain.qemu_environment?.map(({ name = '', value = '' }) => `${name}=${value}`) ?? []
  const overrides = (domain.qemu_overrides ?? []).map(
    ({ alias = '', properties = [] }) =>
      `${alias}: ${properties.map(({ name = '', value = '' }) => `${name}=${value}`).join(', ')}`,
  )
  const texts = [
    ['qemu_arguments', '<qemu:commandline>', words.join(' ')],
    ['qemu_environment', '<qemu:env>', variables.join(' ')],
    ['qemu_overrides', '<qemu:override>', overrides.join('; ')],
  ] as const
  return texts.flatMap(([key, element, text]) =>
    text === '' ? [] : [{ path: [key], kind: 'element', text: `${element} ${text}` }],
  )
}

function addRest(kept: Kept[], rest: unknown, path: Path): void {
  if (!isRest(rest)) return
  for (const [name, value] of rest.attributes ?? [])
    kept.push({ path, kind: 'attribute', text: `${name}='${value}'` })
  for (const { xml } of rest.children ?? []) {
    const kind = xml.startsWith('<!--') ? 'comment' : xml.startsWith('<') ? 'element' : 'text'
    kept.push({ path, kind, text: xml })
  }
  for (const inner of Object.values(rest.inside ?? {})) addRest(kept, inner, path)
}

function isRest(held: unknown): held is Rest {
  return isRecord(held)
}
