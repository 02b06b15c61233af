/**
 * The design in a domain's own XML: `<metadata><vmwright:spec version='1'>`, with the text of its vm.yml. libvirt keeps
 * what stands in `<metadata>` under a namespace of its own (libvirt manual, General metadata).
 */
import type { Position } from '../finding.ts'
import {
  attributeValue,
  childElements,
  escapeAttribute,
  escapeText,
  ownText,
  parseXml,
  type XmlElement,
} from '../xml/index.ts'

/** What the prefix `vmwright` stands for. */
export const specNamespace = 'urn:vmwright:spec'

/** The form that is written; others are not read. */
export const specVersion = '1'

/** What a `<vmwright:spec>` holds, as it stands there: it comes from anyone. */
export interface SpecElement {
  readonly version: string
  /** YAML. */
  readonly text: string
  /** Paths of what was left out of the text, in words; '' when nothing was. */
  readonly without: string
  readonly position: Position
}

/** Finds it in a `<domain>`; the first where there are several. */
export function specElementOf(domain: XmlElement): SpecElement | undefined {
  const [found] = elementsIn(domain)
  if (found === undefined) return undefined
  const { spec } = found
  return {
    version: attributeValue(spec, 'version') ?? '',
    text: ownText(spec)
      .replace(/^\n/, '')
      .replace(/\n[ \t]*$/, '\n'),
    without: attributeValue(spec, 'without') ?? '',
    position: spec.position,
  }
}

/**
 * The text of a `<domain>` without any of it, and without a `<metadata>` that held nothing else.
 *
 * @param source the text that the element was parsed from
 * @returns the text of the element alone; undefined when there is nothing to take out
 */
export function withoutSpecElement(domain: XmlElement, source: string): string | undefined {
  const found = elementsIn(domain)
  if (found.length === 0) return undefined
  const specs = new Set(found.map(({ spec }) => spec))
  const metadatas = [...new Set(found.map(({ metadata }) => metadata))]
  const cuts = metadatas.flatMap((metadata) => {
    const others = metadata.children.filter((node) =>
      node.kind === 'text' ? node.text.trim() !== '' : node.kind !== 'element' || !specs.has(node),
    )
    const gone = others.length === 0 ? [metadata] : childElements(metadata).filter((one) => specs.has(one))
    return gone.map(({ start, end }) => ({ start: blankBefore(source, start), end }))
  })
  let text = ''
  let at = domain.start
  for (const { start, end } of cuts.toSorted((one, other) => one.start - other.start)) {
    text += source.slice(at, start)
    at = end
  }
  return text + source.slice(at, domain.end)
}

/**
 * Writes a text into domain XML, in place of what is there of it; the rest of the XML stays as it is.
 *
 * @param xml one domain
 * @param without paths of what the text leaves out, in words
 * @returns undefined when the XML is no domain that can be read
 */
export function withSpecElement(xml: string, text: string, without = ''): string | undefined {
  const bare = withoutIt(xml)
  const { root } = parseXml(bare)
  if (root?.name !== 'domain' || root.startTagEnd === root.end) return undefined
  const left = without === '' ? '' : ` without='${escapeAttribute(without)}'`
  const start = `<vmwright:spec xmlns:vmwright='${specNamespace}' version='${specVersion}'${left}>`
  const lines = `    ${start}\n${escapeText(text)}${text.endsWith('\n') ? '' : '\n'}    </vmwright:spec>\n  `
  const metadata = childElements(root).find(({ name }) => name === 'metadata')
  const place = metadata ?? root
  const isEmpty = place.startTagEnd === place.end
  const end = isEmpty ? place.end : bare.lastIndexOf('</', place.end - 1)
  const before = bare.slice(0, end).trimEnd()
  const element =
    metadata === undefined
      ? `  <metadata>\n${lines}</metadata>\n`
      : isEmpty
        ? `<metadata>\n${lines}</metadata>`
        : lines
  if (isEmpty) return bare.slice(0, place.start) + element + bare.slice(end)
  return `${before}\n${element}${bare.slice(end)}`
}

function withoutIt(xml: string): string {
  const { root } = parseXml(xml)
  const text = root?.name === 'domain' ? withoutSpecElement(root, xml) : undefined
  return root === undefined || text === undefined
    ? xml
    : xml.slice(0, root.start) + text + xml.slice(root.end)
}

function blankBefore(source: string, start: number): number {
  let at = start
  while (at > 0 && /\s/.test(source[at - 1] ?? '')) at -= 1
  return at
}

interface Found {
  readonly metadata: XmlElement
  readonly spec: XmlElement
}

function elementsIn(domain: XmlElement): readonly Found[] {
  return childElements(domain)
    .filter(({ name }) => name === 'metadata')
    .flatMap((metadata) =>
      childElements(metadata).flatMap((spec) =>
        isSpec([domain, metadata, spec]) ? [{ metadata, spec }] : [],
      ),
    )
}

/** By its namespace, whatever the prefix. */
function isSpec(line: readonly [XmlElement, XmlElement, XmlElement]): boolean {
  const [, , { name }] = line
  const at = name.indexOf(':')
  if (name.slice(at + 1) !== 'spec') return false
  const declaration = at < 0 ? 'xmlns' : `xmlns:${name.slice(0, at)}`
  const declared = line.flatMap((element) => attributeValue(element, declaration) ?? [])
  return declared.at(-1) === specNamespace
}
