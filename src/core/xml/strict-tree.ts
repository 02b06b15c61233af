import { SaxesParser } from 'saxes'
import type { Position } from '../finding.ts'
import { explainError } from './explain-error.ts'
import { positionsOf } from './positions.ts'
import type { XmlNode } from './tree.ts'
import { TreeBuilder } from './tree-builder.ts'

/**
 * Prefixes that libvirt knows. A snippet uses them without declaring them; in a whole domain that is a mistake that libxml2
 * forgives and libvirt answers by dropping the element, which a rule says.
 */
const knownNamespaces = { qemu: 'http://libvirt.org/schemas/domain/qemu/1.0' }

/**
 * The tree of any XML, read by a parser that knows all of XML 1.0 with namespaces.
 *
 * @throws XmlRefusal with the reason when it is not well-formed
 */
export function strictTree(source: string, fragment: boolean): readonly XmlNode[] {
  const parser = new SaxesParser({
    xmlns: true,
    fragment,
    position: false,
    defaultXMLVersion: '1.0',
    forceXMLVersion: true,
    additionalNamespaces: knownNamespaces,
  })
  const positionAt: (offset: number) => Position = positionsOf(source)
  const tree = new TreeBuilder(source, fragment, positionAt)
  const here = (): number => Math.min(parser.position, source.length)

  parser.on('error', (error) => {
    throw explainError(error.message, {
      source,
      offset: Math.max(0, here() - 1),
      tokenStart: tree.tokenStart,
      attributes: tree.attributes,
      open: tree.open,
      fragment,
    })
  })
  parser.on('xmldecl', () => tree.skip(here()))
  parser.on('doctype', () => tree.refuseDoctype())
  parser.on('text', (text) => tree.text(text, here()))
  parser.on('cdata', (text) => tree.leaf({ kind: 'cdata', text }, here()))
  // Told at the second dash, before the `>` is read.
  parser.on('comment', (text) => tree.leaf({ kind: 'comment', text }, here() + 1))
  parser.on('processinginstruction', ({ target, body }) =>
    tree.leaf({ kind: 'instruction', target, body }, here()),
  )
  parser.on('opentagstart', (tag) => tree.beginTag(tag.name))
  parser.on('attribute', ({ name, value }) => tree.attribute(name, value, here()))
  parser.on('opentag', () => tree.endStartTag(here()))
  parser.on('closetag', (tag) => tree.closeElement(tag.name, here()))
  parser.write(source).close()
  return tree.nodes
}
