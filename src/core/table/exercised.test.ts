import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { domain, renderXmlText } from '../domain/index.ts'
import { vmSpec } from '../spec/index.ts'
import { invalidXmlCharacter, parseXml } from '../xml/index.ts'
import { readXml, schema, shorten, type UnknownRecord, walkFields, writeXml } from './index.ts'
import { pathsIn, roundsOf, sampleValue } from './sample-value.ts'

const declared = walkFields(vmSpec).map((field) => field.memoryPath)
const inXml = walkFields(domain)
  .filter((field) => field.xmlPlace !== undefined)
  .map((field) => field.memoryPath)

function readBack(xml: string): UnknownRecord {
  const { root, source, findings } = parseXml(xml)
  expect(findings).toEqual([])
  return root ? readXml(domain, root, source) : {}
}

describe('every declared field is exercised', () => {
  const rounds = Array.from({ length: roundsOf(vmSpec) }, (_, round) => round)

  test('in XML: what is written is read back, each field and each of its choices', () => {
    const exercised = new Set<string>()
    for (const round of rounds) {
      const value = sampleValue(domain, { round, xmlOnly: true })
      const read = readBack(writeXml('domain', domain, value))
      expect(read).toEqual(withXmlWords(value))
      for (const path of pathsIn(domain, read)) exercised.add(path)
    }
    expect(inXml.filter((path) => !exercised.has(path))).toEqual([])
    expect([...exercised].filter((path) => !inXml.includes(path))).toEqual([])
  })

  test('in vm.yml: what is written is read back, each field and each of its choices', () => {
    const exercised = new Set<string>()
    for (const round of rounds) {
      const value = sampleValue(vmSpec, { round })
      const read: unknown = parse(stringify(shorten(vmSpec, value)))
      expect(schema(vmSpec).parse(read)).toEqual(value)
      for (const path of pathsIn(vmSpec, value)) exercised.add(path)
    }
    expect(declared.filter((path) => !exercised.has(path))).toEqual([])
    expect([...exercised].filter((path) => !declared.includes(path))).toEqual([])
  }, 60_000)
})

/** Two words of vm.yml are other words in XML and come back as those. */
function withXmlWords(value: UnknownRecord): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('"driver":{"type":"9p"', '"driver":{"type":"path"'))
}

describe('any string in any text field comes back from XML', () => {
  const anyString = fc
    .string({ unit: 'binary', maxLength: 12 })
    .filter((text) => invalidXmlCharacter(text) < 0)
  const awkward = fc.constantFrom(
    '',
    ' ',
    '\n',
    '\t',
    '\r\n',
    '<',
    '&amp;',
    "'",
    '"',
    ']]>',
    'ä',
    '💻',
    '<!--',
  )
  const texts = fc.array(fc.oneof(anyString, awkward), { minLength: 1, maxLength: 40 })

  /** A domain whose text fields say these strings in turn; and the string of each field in order. */
  function written(strings: readonly string[]): { readonly xml: string; readonly said: string[] } {
    const said: string[] = []
    const text = () => {
      const next = strings[said.length % strings.length] ?? ''
      said.push(next)
      return next
    }
    const value = sampleValue(domain, { round: 0, xmlOnly: true, text })
    return { xml: renderXmlText(value), said }
  }

  test('by our own parser', () => {
    fc.assert(
      fc.property(texts, (strings) => {
        const { xml, said } = written(strings)
        const read = new Set(stringsIn(readBack(xml)))
        // An element without text says as much as one with an empty text.
        expect(said.filter((text) => text !== '' && !read.has(text))).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  // Python's xml.etree reads with expat, which is not saxes.
  const python = spawnSync('python3', ['-c', 'import xml.etree.ElementTree'])
  test('by a parser that is not ours', ({ skip }) => {
    skip(python.status !== 0, 'python3 is not installed')
    const documents = fc.sample(texts, { numRuns: 60, seed: 1 }).map(written)
    const read = readByPython(documents.map(({ xml }) => xml))
    expect(read.length).toBe(documents.length)
    for (const [index, { said }] of documents.entries()) {
      const found = new Map<string, number>()
      for (const text of read[index] ?? []) found.set(text, (found.get(text) ?? 0) + 1)
      const lost = said.filter((text) => {
        const left = found.get(text) ?? 0
        found.set(text, left - 1)
        return left === 0
      })
      expect(lost).toEqual([])
    }
  })
})

/** All strings of a value, at any depth. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

const pythonReader = `
import json, sys, xml.etree.ElementTree as etree
def strings(root):
    for element in root.iter():
        yield from element.attrib.values()
        yield element.text or ''
json.dump([list(strings(etree.fromstring(text))) for text in json.load(sys.stdin)], sys.stdout)
`

/** The values of all attributes and the texts of all elements of each document. */
function readByPython(documents: readonly string[]): string[][] {
  const { stdout, stderr } = spawnSync('python3', ['-c', pythonReader], {
    input: JSON.stringify(documents),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  expect(stderr).toBe('')
  const read: unknown = JSON.parse(stdout)
  const isText = (text: unknown): text is string => typeof text === 'string'
  return Array.isArray(read) ? read.map((texts) => (Array.isArray(texts) ? texts.filter(isText) : [])) : []
}
