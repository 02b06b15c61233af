import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeAttribute, escapeText, invalidXmlCharacter } from './escape.ts'
import { parseXml } from './parse.ts'
import { attributeValue, ownText } from './tree.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'&<>\'"\n\t\r ]]>;#x é日😀\u2028\u0085') }),
)

describe('escaping', () => {
  it('writes what virsh writes', () => {
    expect(escapeText(`a & b < c > 'd' "e"`)).toBe(`a &amp; b &lt; c &gt; 'd' "e"`)
    expect(escapeAttribute(`it's "<&>"\n\t\r`)).toBe('it&apos;s "&lt;&amp;&gt;"&#10;&#9;&#13;')
    expect(escapeAttribute('/srv/disk.qcow2')).toBe('/srv/disk.qcow2')
  })

  it('brings any text back through the parser', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(invalidXmlCharacter(text) < 0)
        const { root, findings } = parseXml(`<a b='${escapeAttribute(text)}'>${escapeText(text)}</a>`)
        expect(findings).toEqual([])
        expect(root && attributeValue(root, 'b')).toBe(text)
        expect(root && ownText(root)).toBe(text)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('invalidXmlCharacter', () => {
  it('finds what XML 1.0 forbids, and only that', () => {
    expect(invalidXmlCharacter('tab\t newline\n return\r é 日 😀 \ufffd \ue000')).toBe(-1)
    for (const bad of [
      '\0',
      '\u0001',
      '\u000b',
      '\u001f',
      '\ufffe',
      '\uffff',
      '\ud800',
      '\udc00',
      '\udc00\ud800',
    ]) {
      expect(invalidXmlCharacter(`😀${bad}`)).toBe(2)
    }
  })
})
