import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quickTree } from './quick-tree.ts'
import { strictTree } from './strict-tree.ts'
import type { XmlNode } from './tree.ts'

const real = `<?xml version="1.0" encoding="utf-8"?>
<!-- by hand -->
<domain type='kvm' xmlns:qemu="http://libvirt.org/schemas/domain/qemu/1.0">
  <name>a &amp; b</name>
  <metadata>
    <l:libosinfo xmlns:l="http://libosinfo.org/xmlns/libvirt/domain/1.0"><l:os id='x'/></l:libosinfo>
  </metadata>
  <devices><disk type="file" device='disk' /><!-- - --></devices >
  <qemu:commandline><qemu:arg value='-x &lt; &quot;y&quot;'/></qemu:commandline>
</domain>
`

function plain(nodes: readonly XmlNode[]): unknown {
  return nodes.map((node) => {
    const { kind, start, end, position } = node
    if (node.kind !== 'element')
      return { kind, start, end, position, text: 'text' in node ? node.text : undefined }
    const attributes = node.attributes.map(({ name, value, start, end, position }) => ({
      name,
      value,
      start,
      end,
      position,
    }))
    const { name, startTagEnd } = node
    return { kind, name, start, end, startTagEnd, position, attributes, children: plain(node.children) }
  })
}

function strictly(source: string, fragment: boolean): unknown {
  try {
    return plain(strictTree(source, fragment))
  } catch {
    return 'refused'
  }
}

describe('quickTree', () => {
  it('understands what people have', () => {
    const nodes = quickTree(real, false)
    expect(nodes && plain(nodes)).toEqual(strictly(real, false))
  })

  it.each([
    ['CDATA', '<a><![CDATA[x]]></a>'],
    ['an instruction', '<a><?x y?></a>'],
    ['a doctype', '<!DOCTYPE a><a/>'],
    ['a numeric reference', '<a>&#65;</a>'],
    ['a carriage return', '<a>\r\n</a>'],
    ['a prefix that nobody declared', '<a><b:c/></a>'],
    ['a prefix that is declared no more', "<a><b xmlns:c='d'/><c:e/></a>"],
    ['one attribute twice', "<a b='1' b='2'/>"],
    ['two roots', '<a/><b/>'],
    ['text outside', '<a/>b'],
    ['an open element', '<a>'],
    ['a wrong end', '<a></b>'],
    ['a bare ampersand', '<a>b & c</a>'],
    ['a line break in an attribute', "<a b='c\nd'/>"],
    ['nothing', ''],
  ])('leaves %s to the strict parser', (_, source) => {
    expect(quickTree(source, false)).toBeUndefined()
  })

  const pieces = [
    '<',
    '>',
    '/',
    '"',
    "'",
    '=',
    '&',
    ';',
    '&amp;',
    ' ',
    '\n',
    '-',
    '--',
    '<!--',
    '-->',
    ']]>',
    ':',
    'a',
    'b:c',
    'xmlns:b',
    '1',
    'é',
    '<a>',
    '</a>',
    "<a b='c'/>",
  ]
  const mutated = fc
    .array(fc.record({ at: fc.nat(real.length), cut: fc.nat(12), piece: fc.constantFrom(...pieces) }), {
      maxLength: 4,
    })
    .map((edits) =>
      edits.reduce((text, { at, cut, piece }) => text.slice(0, at) + piece + text.slice(at + cut), real),
    )
  const random = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''))

  it('gives the very tree of the strict parser, or leaves it to that', () => {
    let understood = 0
    fc.assert(
      fc.property(fc.oneof(mutated, random), fc.boolean(), (source, fragment) => {
        const nodes = quickTree(source, fragment)
        if (!nodes) return
        understood += 1
        expect(plain(nodes)).toEqual(strictly(source, fragment))
      }),
      { numRuns: 5000 },
    )
    expect(understood).toBeGreaterThan(100)
  })
})
