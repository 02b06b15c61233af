import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { busyMilliseconds } from '../busy-time.test-helper.ts'
import { xmlLimits } from './limits.ts'
import { parseXml, parseXmlFragment } from './parse.ts'
import { attributeValue, childElements, ownText, type XmlNode } from './tree.ts'
import { writeElement } from './write-tree.ts'

const domain = `<?xml version='1.0' encoding='UTF-8'?>
<!-- before -->
<domain type='kvm' xmlns:qemu="http://libvirt.org/schemas/domain/qemu/1.0">
  <name>a &amp; b</name>\r
  <devices><disk  type = "file"
      device='disk'/><!-- in --></devices>
  <description><![CDATA[<b>]]> x</description>
  <?note to self?>
  <qemu:commandline><qemu:arg value='-S'/></qemu:commandline>
</domain>
<!-- after -->
`

/** Every node and attribute of a tree. */
function everyNode(nodes: readonly XmlNode[]): XmlNode[] {
  return nodes.flatMap((node) => (node.kind === 'element' ? [node, ...everyNode(node.children)] : [node]))
}

/** The only finding as `code line:column`. */
function refusal(findings: ReturnType<typeof parseXml>['findings']): string {
  expect(findings).toHaveLength(1)
  const [finding] = findings
  return `${finding?.code} ${finding?.position?.line}:${finding?.position?.column}`
}

describe('parseXml', () => {
  it('reads elements, attributes, text, comments, CDATA and instructions with their places', () => {
    const { root, prolog, epilog, findings } = parseXml(domain)
    expect(findings).toEqual([])
    expect(prolog.map((node) => node.kind)).toEqual(['text', 'comment', 'text'])
    expect(epilog.map((node) => node.kind)).toEqual(['text', 'comment', 'text'])
    if (!root) throw new Error('no root')
    expect(root.position).toEqual({ line: 3, column: 1 })
    expect(root.attributes.map((attribute) => attribute.name)).toEqual(['type', 'xmlns:qemu'])
    const [name, devices, description, commandline] = childElements(root)
    expect(name && ownText(name)).toBe('a & b')
    expect(description && ownText(description)).toBe('<b> x')
    expect(commandline?.name).toBe('qemu:commandline')
    const disk = devices && childElements(devices)[0]
    expect(disk && attributeValue(disk, 'device')).toBe('disk')
    expect(disk?.attributes.map((attribute) => domain.slice(attribute.start, attribute.end))).toEqual([
      'type = "file"',
      "device='disk'",
    ])
    expect(disk?.attributes[1]?.position).toEqual({ line: 6, column: 7 })
    expect(root.children.some((child) => child.kind === 'instruction' && child.body === 'to self')).toBe(true)
  })

  it('knows where each node stands in the source, byte for byte', () => {
    const { root, prolog, epilog } = parseXml(domain)
    if (!root) throw new Error('no root')
    for (const node of everyNode([...prolog, root, ...epilog])) {
      const raw = domain.slice(node.start, node.end)
      if (node.kind === 'element') {
        expect(raw.startsWith(`<${node.name}`) && raw.endsWith('>')).toBe(true)
        expect(domain.charAt(node.startTagEnd - 1)).toBe('>')
        const inner = node.children.map((child) => domain.slice(child.start, child.end)).join('')
        if (node.startTagEnd < node.end) expect(raw).toContain(`>${inner}</${node.name}`)
        else expect(inner).toBe('')
      }
      if (node.kind === 'comment') expect(raw).toBe(`<!--${node.text}-->`)
      if (node.kind === 'cdata') expect(raw).toBe(`<![CDATA[${node.text}]]>`)
      const before = domain.slice(0, node.start).split(/\r\n|\n|\r/)
      expect(node.position).toEqual({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1 })
    }
    const whole = [...prolog, root, ...epilog].map((node) => domain.slice(node.start, node.end)).join('')
    expect(`<?xml version='1.0' encoding='UTF-8'?>${whole}`).toBe(domain)
  })

  it('reads a byte order mark, a BOM-less empty root and blank space around it', () => {
    expect(parseXml('\ufeff<a/>').root?.start).toBe(1)
    expect(parseXml(' \n <a></a > \r').root?.position).toEqual({ line: 2, column: 2 })
  })

  const refused: readonly (readonly [string, string, string])[] = [
    ['nothing', '', 'xml.empty 1:1'],
    ['a comment alone', '<!-- x -->', 'xml.empty 1:11'],
    ['plain text', 'hello', 'xml.text-outside 1:1'],
    ['text after the root', '<a/>\n x', 'xml.text-outside 2:2'],
    ['two roots', '<a/>\n<b/>', 'xml.several-roots 2:1'],
    ['a bare ampersand in text', '<a>\n  x & y; z\n</a>', 'xml.ampersand 2:5'],
    ['a bare ampersand in an attribute', "<a\n  b='x&amp;&y'/>", 'xml.ampersand 2:12'],
    ['a bare ampersand without a semicolon', '<a>&</a>', 'xml.ampersand 1:4'],
    ['a semicolon alone', '<a>&;</a>', 'xml.ampersand 1:4'],
    ['an unknown entity', '<a>&lt;&nbsp;</a>', 'xml.entity 1:8'],
    ['a reference to NUL', '<a>&#65;&#0;</a>', 'xml.entity 1:9'],
    ['a reference past Unicode', '<a>&#x110000;</a>', 'xml.entity 1:4'],
    ['a reference to a surrogate', '<a>&#xD800;</a>', 'xml.entity 1:4'],
    ['an attribute twice', "<a>\n<b c='1' d='2' c='3'/></a>", 'xml.duplicate-attribute 2:16'],
    ['an attribute without value', '<a b/>', 'xml.attribute 1:5'],
    ['an attribute without quotes', '<a b=c/>', 'xml.attribute 1:6'],
    ['a < in an attribute', "<a b='<'/>", 'xml.syntax 1:7'],
    ['no space between attributes', "<a b='1'c='2'/>", 'xml.attribute 1:9'],
    ['an element never closed', '<a>\n<b>x', 'xml.unclosed-tag 2:5'],
    ['a wrong end tag', '<a>\n <b>\n</a>', 'xml.closing-tag 3:1'],
    ['an end tag with a longer name', '<a></ab>', 'xml.closing-tag 1:4'],
    ['an end tag too many', '<a/></a>', 'xml.closing-tag 1:5'],
    ['a cut tag', "<a>\n<b c='1", 'xml.unfinished 2:1'],
    ['a cut comment', '<a><!-- & ', 'xml.unfinished 1:4'],
    ['a cut CDATA', '<a><![CDATA[ & ]]', 'xml.unfinished 1:4'],
    ['an undeclared prefix of an element', '<a><other:arg/></a>', 'xml.prefix 1:4'],
    ['an undeclared prefix of an attribute', "<a b='1' x:c='2'/>", 'xml.prefix 1:10'],
    ['a digit behind a prefix', "<a xmlns:q='q'>\n<q:1/></a>", 'xml.syntax 2:1'],
    ['a doctype', "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", 'xml.doctype 1:1'],
    ['a doctype with entities', '\n<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'xml.doctype 2:1'],
    ['a cut doctype', '<!DOCTYPE a [', 'xml.doctype 1:1'],
    ['a late doctype', '<a/><!DOCTYPE a>', 'xml.doctype 1:5'],
    ['a late declaration', '<a/><?xml version="1.0"?>', 'xml.declaration 1:5'],
    ['a declaration without version', '<?xml encoding="UTF-8"?><a/>', 'xml.declaration 1:1'],
    ['two dashes in a comment', '<a><!-- -- --></a>', 'xml.syntax 1:11'],
    ['the end of CDATA in text', '<a>]]></a>', 'xml.syntax 1:6'],
    ['a control character', '<a>\n\u0001</a>', 'xml.character 2:1'],
    ['half a surrogate pair', '<a>\ud83d</a>', 'xml.character 1:4'],
    ['half a surrogate pair at the end', '<a/>\ud83d', 'xml.character 1:5'],
    ['XML 1.1 characters', "<?xml version='1.1'?><a>&#1;</a>", 'xml.entity 1:25'],
    ['300 levels', '<a>'.repeat(300), 'xml.depth 1:769'],
  ]

  it.each(refused)('refuses %s', (_, text, expected) => {
    expect(refusal(parseXml(text).findings)).toBe(expected)
    expect(parseXml(text).root).toBeUndefined()
  })

  it('reads up to the limits', () => {
    const depth = xmlLimits.depth
    expect(parseXml('<a>'.repeat(depth) + '</a>'.repeat(depth)).findings).toEqual([])
  })

  it('names the element that is open', () => {
    expect(parseXml('<a>\n <b>\n</a>').findings[0]?.message).toContain('<b> of line 2')
    expect(parseXml('<a>\n <b></b>').findings[0]?.message).toContain('<a> of line 1')
  })
})

describe('parseXmlFragment', () => {
  it('reads several elements and the prefix of QEMU', () => {
    const text = "<!-- x --> <qemu:arg value='-S'/>\n<disk/>"
    const { elements, nodes, findings } = parseXmlFragment(text)
    expect(findings).toEqual([])
    expect(elements.map((element) => element.name)).toEqual(['qemu:arg', 'disk'])
    expect(nodes.map((node) => text.slice(node.start, node.end)).join('')).toBe(text)
  })

  const refused: readonly (readonly [string, string, string])[] = [
    ['nothing', '', 'xml.empty 1:1'],
    ['white space', ' \n ', 'xml.empty 2:2'],
    ['a comment alone', '<!-- x -->', 'xml.empty 1:11'],
    ['text', 'x', 'xml.text-outside 1:1'],
    ['text between elements', '<a/>\n x <b/>', 'xml.text-outside 2:2'],
    ['text after the elements', '<a/>\n x', 'xml.text-outside 2:2'],
    ['a reference', '<a/>&#65;', 'xml.text-outside 1:5'],
    ['CDATA', '<a/><![CDATA[x]]>', 'xml.text-outside 1:5'],
    ['an unknown prefix', '<foo:a/>', 'xml.prefix 1:1'],
    ['an element never closed', '<a>', 'xml.unclosed-tag 1:4'],
    ['an end tag alone', '</a>', 'xml.closing-tag 1:1'],
    ['a doctype', '<!DOCTYPE a><a/>', 'xml.doctype 1:1'],
    ['an XML declaration', "<?xml version='1.0'?><a/>", 'xml.declaration 1:1'],
  ]

  it.each(refused)('refuses %s', (_, text, expected) => {
    expect(refusal(parseXmlFragment(text).findings)).toBe(expected)
    expect(parseXmlFragment(text).elements).toEqual([])
  })
})

describe('hostile texts', () => {
  it.each([
    ['deep', '<a>'.repeat(2_000_000), 'xml.depth'],
    ['large', ' '.repeat(xmlLimits.characters + 1), 'xml.too-large'],
    ['many elements', `<a>${'<b/>'.repeat(600_000)}</a>`, 'xml.too-many'],
    ['ampersands', `<a>${'&'.repeat(4_000_000)}</a>`, 'xml.ampersand'],
    ['good references, then a bad one', `<a>${'&amp;'.repeat(400_000)}&</a>`, 'xml.ampersand'],
    ['one long tag', `<a ${'b'.repeat(4_000_000)}`, 'xml.unfinished'],
    [
      'many attributes',
      `<a ${Array.from({ length: 100_000 }, (_, n) => `b${n}='' `).join('')}`,
      'xml.unfinished',
    ],
    ['brackets', `<a>${']'.repeat(4_000_000)}`, 'xml.unclosed-tag'],
    ['angle brackets', '<'.repeat(4_000_000), 'xml.syntax'],
    ['a long comment', `<!--${'- '.repeat(2_000_000)}`, 'xml.unfinished'],
    ['lines', `${'\n'.repeat(4_000_000)}<`, 'xml.unfinished'],
    ['returns', `<a>${'\r'.repeat(1_000_000)}`, 'xml.unclosed-tag'],
  ])('takes linear time for %s', (_, text, code) => {
    const read = () => expect(parseXml(text).findings.map((finding) => finding.code)).toContain(code)
    expect(busyMilliseconds(read)).toBeLessThan(10_000)
  })

  it('never throws, and reads what it wrote, after any change of a good text', () => {
    const change = fc.tuple(
      fc.nat(domain.length),
      fc.nat(8),
      fc.oneof(
        fc.constantFrom(
          '<',
          '>',
          '/',
          '&',
          "'",
          '"',
          '=',
          '</',
          '<!--',
          '-->',
          '<![CDATA[',
          ']]>',
          '<?',
          '?>',
          ':',
          '&amp;',
        ),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
    )
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), fc.boolean(), (changes, fragment) => {
        let text = fragment ? domain.slice(domain.indexOf('\n')) : domain
        for (const [at, remove, insert] of changes)
          text = text.slice(0, at) + insert + text.slice(at + remove)
        const { findings } = parseXmlFragment(text)
        const { root, findings: documentFindings } = parseXml(text)
        expect(findings.length).toBeLessThan(2)
        expect(documentFindings).toHaveLength(root ? 0 : 1)
        for (const { position } of [...findings, ...documentFindings]) {
          expect(position?.line).toBeGreaterThan(0)
          expect(position?.column).toBeGreaterThan(0)
        }
        if (root) expect(parseXml(writeElement(root)).findings).toEqual([])
      }),
      { numRuns: 10_000, interruptAfterTimeLimit: 6_000 },
    )
  }, 30_000)
})
