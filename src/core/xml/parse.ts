import type { Finding } from '../finding.ts'
import { invalidXmlCharacter } from './escape.ts'
import { xmlLimits } from './limits.ts'
import { positionsOf } from './positions.ts'
import { quickTree } from './quick-tree.ts'
import { findingOf, XmlRefusal } from './refusal.ts'
import { strictTree } from './strict-tree.ts'
import type { XmlElement, XmlNode } from './tree.ts'

/** A whole XML text. With a finding there is no root, and prolog and epilog are empty. */
export interface XmlDocument {
  readonly source: string
  readonly root?: XmlElement
  /** Comments, instructions and blank text before the root; the XML declaration is left out. */
  readonly prolog: readonly XmlNode[]
  /** The same after the root. */
  readonly epilog: readonly XmlNode[]
  readonly findings: readonly Finding[]
}

/** A piece of XML with any number of top elements. With a finding there are no nodes. */
export interface XmlFragment {
  readonly source: string
  /** Everything in order, blank text and comments included. */
  readonly nodes: readonly XmlNode[]
  readonly elements: readonly XmlElement[]
  readonly findings: readonly Finding[]
}

/**
 * Reads an XML text strictly (XML 1.0 with namespaces). Never throws; takes linear time. The first thing that is
 * wrong is the only finding. Codes: `xml.too-large`, `xml.too-many`, `xml.depth`, `xml.doctype`, `xml.character`,
 * `xml.ampersand`, `xml.entity`, `xml.attribute`, `xml.duplicate-attribute`, `xml.prefix`, `xml.closing-tag`,
 * `xml.unclosed-tag`, `xml.unfinished`, `xml.empty`, `xml.several-roots`, `xml.text-outside`, `xml.declaration`,
 * `xml.syntax`.
 */
export function parseXml(source: string): XmlDocument {
  const { nodes, findings } = readNodes(source, false)
  const rootIndex = nodes.findIndex((node) => node.kind === 'element')
  const root = nodes[rootIndex]
  if (root?.kind !== 'element') return { source, prolog: [], epilog: [], findings }
  return { source, root, prolog: nodes.slice(0, rootIndex), epilog: nodes.slice(rootIndex + 1), findings }
}

/**
 * Reads a snippet: one or more elements side by side, nothing but white space and comments between them. The prefix
 * `qemu:` needs no declaration. Findings as of `parseXml`; `xml.empty` when there is no element.
 */
export function parseXmlFragment(source: string): XmlFragment {
  const { nodes, findings } = readNodes(source, true)
  const elements = nodes.filter((node) => node.kind === 'element')
  if (findings.length > 0 || elements.length > 0) return { source, nodes, elements, findings }
  const empty = new XmlRefusal('xml.empty', source.length, 'There is no element in the text.')
  return { source, nodes: [], elements, findings: [findingOf(empty, positionsOf(source))] }
}

interface ReadNodes {
  readonly nodes: readonly XmlNode[]
  readonly findings: readonly Finding[]
}

function readNodes(source: string, fragment: boolean): ReadNodes {
  try {
    return { nodes: buildTree(source, fragment), findings: [] }
  } catch (error) {
    const refusal =
      error instanceof XmlRefusal ? error : new XmlRefusal('xml.syntax', 0, 'This is not well-formed XML.')
    return { nodes: [], findings: [findingOf(refusal, positionsOf(source))] }
  }
}

function buildTree(source: string, fragment: boolean): readonly XmlNode[] {
  if (source.length > xmlLimits.characters) {
    const limit = xmlLimits.characters / 1024 / 1024
    throw new XmlRefusal(
      'xml.too-large',
      0,
      `The text is larger than ${limit} MiB, which is the most that is read.`,
    )
  }
  const forbidden = invalidXmlCharacter(source)
  if (forbidden >= 0) {
    const code = source.charCodeAt(forbidden).toString(16).toUpperCase().padStart(4, '0')
    const message = `The character U+${code} has no place in XML. Remove it.`
    throw new XmlRefusal('xml.character', forbidden, message)
  }
  const quick = quickTree(source, fragment)
  return quick ?? strictTree(source, fragment)
}
