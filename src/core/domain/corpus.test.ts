import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { isRecord } from '../table/index.ts'
import { parseXml } from '../xml/index.ts'
import { meaning, meansTheSame, rootOf } from '../xml/meaning.test-helper.ts'
import { readDomainElement } from './namespace.ts'
import { renderXml, renderXmlText } from './render-xml.ts'

const fixtures = path.join(import.meta.dirname, 'fixtures')
const shared = path.join(import.meta.dirname, '../../../../shared/corpus')

/** What the tables do not know, as `path: what`. */
function unknownIn(held: unknown, here: string): string[] {
  if (Array.isArray(held)) return held.flatMap((item) => unknownIn(item, `${here}[]`))
  if (!isRecord(held)) return []
  return Object.entries(held).flatMap(([key, inner]) =>
    key === '$rest' ? unknownInRest(inner, here) : unknownIn(inner, `${here}.${key}`),
  )
}

function unknownInRest(rest: unknown, here: string): string[] {
  if (!isRecord(rest)) return []
  const { attributes, children, inside } = rest
  return [
    ...(Array.isArray(attributes)
      ? attributes.map((attribute: unknown) => `${here}@${String(attribute)}`)
      : []),
    ...(Array.isArray(children)
      ? children.map((child: unknown) => `${here}/${isRecord(child) ? String(child['xml']) : ''}`)
      : []),
    ...(isRecord(inside) ? Object.values(inside).flatMap((inner) => unknownInRest(inner, here)) : []),
  ].filter((what) => !/^(@xmlns|\/<metadata|\/<\w+:)|\/<!--/.test(what))
}

describe('a domain that is read and written means the same', () => {
  const files = readdirSync(fixtures).filter((name) => name.endsWith('.xml'))

  test.each(files)('%s', (name) => {
    const xml = readFileSync(path.join(fixtures, name), 'utf8')
    const root = rootOf(xml)
    const value = readDomainElement(root, xml)
    const written = renderXmlText(value)
    expect(meaning(rootOf(written))).toEqual(meaning(root))
    expect(renderXmlText(readDomainElement(rootOf(written), written))).toBe(written)
    expect(renderXml(value).lines).toHaveLength(written.split('\n').length - 1)
  })

  test('and so through JSON', () => {
    for (const name of files) {
      const xml = readFileSync(path.join(fixtures, name), 'utf8')
      const value = readDomainElement(rootOf(xml), xml)
      expect(renderXmlText(JSON.parse(JSON.stringify(value)))).toBe(renderXmlText(value))
    }
  })
})

test.each(['few-of-everything.xml', 'odd-numbers.xml', 'comments.xml', 'text.xml'])(
  'the tables know all of %s',
  (name) => {
    const xml = readFileSync(path.join(fixtures, name), 'utf8')
    expect(unknownIn(readDomainElement(rootOf(xml), xml), '')).toEqual([])
  },
)

/** The share of files that the tables know whole, of those that the pattern matches. */
const corpora = [
  { name: 'libvirt-11.3', wholeShare: 0.97 },
  { name: 'real', wholeShare: 0.99 },
  { name: 'verdicts', wholeShare: 0.95 },
]

describe.each(corpora)('the corpus $name', ({ name, wholeShare }) => {
  const folder = path.join(shared, name)

  test.skipIf(!existsSync(folder))(
    'means the same, and the tables know it (skipped without ../shared)',
    () => {
      const different: string[] = []
      const unknown: string[] = []
      let count = 0
      for (const file of readdirSync(folder).filter((file) => file.endsWith('.xml'))) {
        const xml = readFileSync(path.join(folder, file), 'utf8')
        const { root } = parseXml(xml)
        if (!root) continue
        count += 1
        const value = readDomainElement(root, xml)
        if (!meansTheSame(xml, renderXmlText(value))) different.push(file)
        const strange = unknownIn(value, '')
        if (strange.length > 0) unknown.push(`${file}: ${strange.join('; ')}`)
      }
      expect(different).toEqual([])
      expect(1 - unknown.length / count, unknown.join('\n')).toBeGreaterThanOrEqual(wholeShare)
    },
  )
})
