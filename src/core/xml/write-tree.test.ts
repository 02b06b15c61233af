import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { invalidXmlCharacter } from './escape.ts'
import { parseXml } from './parse.ts'
import type { PlainElement, PlainNode } from './tree.ts'
import { writeElement } from './write-tree.ts'

function rewrite(text: string, indent = ''): string {
  const { root } = parseXml(text)
  if (!root) throw new Error('not well-formed')
  return writeElement(root, indent)
}

/** A tree without places. */
function plain(node: PlainNode): PlainNode {
  if (node.kind === 'element') {
    const attributes = node.attributes.map(({ name, value }) => ({ name, value }))
    return { kind: 'element', name: node.name, attributes, children: node.children.map(plain) }
  }
  if (node.kind === 'instruction') return { kind: 'instruction', target: node.target, body: node.body }
  return { kind: node.kind, text: node.text }
}

describe('writeElement', () => {
  it('indents as virsh does', () => {
    expect(rewrite('<a  b="1"><c><d/></c><!-- x --><e>t</e>\n\n<f></f></a>')).toBe(
      "<a b='1'>\n  <c>\n    <d/>\n  </c>\n  <!-- x -->\n  <e>t</e>\n  <f/>\n</a>",
    )
  })

  it('begins with the indent it is given', () => {
    expect(rewrite('<a><b/></a>', '    ')).toBe('    <a>\n      <b/>\n    </a>')
  })

  it.each([
    '<a> <b/> text</a>',
    '<a>\n  two\n  lines &amp; more\n</a>',
    '<a> </a>',
    "<a xml:space='preserve'> <b/> </a>",
    '<a><![CDATA[<x>]]></a>',
    '<a>text<?note this?><!-- c --></a>',
    "<a b='it&apos;s &quot;'>&#13;</a>".replace('&quot;', '"'),
  ])('keeps %j exactly', (text) => {
    expect(rewrite(text)).toBe(text)
  })

  const name = fc.constantFrom('a', 'disk', 'qemu:arg', 'x-y.z')
  const text = fc
    .oneof(fc.string({ unit: 'binary' }), fc.constantFrom(' ', '\n', '&', ']]>', "'", '<', '\r'))
    .filter((value) => invalidXmlCharacter(value) < 0)
  const attributes = fc.uniqueArray(fc.record({ name: fc.constantFrom('a', 'b', 'c'), value: text }), {
    selector: (attribute) => attribute.name,
  })
  const { element } = fc.letrec<{ element: PlainElement; node: PlainNode }>((tie) => ({
    element: fc.record({
      kind: fc.constant('element' as const),
      name,
      attributes,
      children: fc.array(tie('node'), { maxLength: 4 }),
    }),
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ kind: fc.constant('text' as const), text }),
      fc.record({
        kind: fc.constant('cdata' as const),
        text: text.filter((value) => !/\]\]>|\r/.test(value)),
      }),
      fc.record({ kind: fc.constant('comment' as const), text: fc.constantFrom(' x ', '', 'a\nb') }),
      fc.record({
        kind: fc.constant('instruction' as const),
        target: fc.constant('note'),
        body: fc.constantFrom('', 'x y'),
      }),
      tie('element'),
    ),
  }))

  it('says the same after it is read again, and writing that gives the same text', () => {
    fc.assert(
      fc.property(element, (tree) => {
        const declared: PlainElement = {
          ...tree,
          attributes: [...tree.attributes, { name: 'xmlns:qemu', value: 'q' }],
        }
        const written = writeElement(declared)
        const { root, findings } = parseXml(written)
        expect(findings).toEqual([])
        expect(root && writeElement(root)).toBe(written)
        expect(root && simplify(plain(root))).toEqual(simplify(declared))
      }),
      { numRuns: 1000 },
    )
  })
})

/** Without what a writer may change: blank text between elements, text split in two, empty text. */
function simplify(node: PlainNode): PlainNode {
  if (node.kind !== 'element') return node
  const children: PlainNode[] = []
  for (const child of node.children) {
    const last = children.at(-1)
    if (child.kind === 'text' && child.text === '') continue
    if (child.kind === 'text' && last?.kind === 'text') {
      children[children.length - 1] = { kind: 'text', text: last.text + child.text }
    } else {
      children.push(simplify(child))
    }
  }
  const mixed = children.some(
    (child) => child.kind === 'cdata' || (child.kind === 'text' && /[^ \t\r\n]/.test(child.text)),
  )
  const onlyText = children.every((child) => child.kind === 'text')
  return {
    ...node,
    children: mixed || onlyText ? children : children.filter((child) => child.kind !== 'text'),
  }
}
