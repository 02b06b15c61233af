import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Domain, renderXmlText } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { resolve, without } from '../resolve/index.ts'
import {
  type Design,
  decodeDesignLink,
  encodeDesignLink,
  readSpecs,
  type VmSpec,
  writeSpec,
} from '../spec/index.ts'
import { isRecord } from '../table/index.ts'
import { meansTheSame } from '../xml/meaning.test-helper.ts'
import { type Kept, lift, listKept, readDomainXml } from './index.ts'
import { sameValue } from './same-value.ts'

const fixtures = path.join(import.meta.dirname, '../domain/fixtures')
const shared = path.join(import.meta.dirname, '../../../../shared/corpus')
const corpora = ['libvirt-11.3', 'real', 'verdicts']
const isThere = corpora.every((name) => existsSync(path.join(shared, name)))

interface Imported {
  readonly file: string
  readonly source: string
  readonly domain: Domain
  readonly design: Design
}

function* importAll(folder: string, every = 1): Generator<Imported> {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.xml')) : []
  for (const file of files.filter((_, index) => index % every === 0)) {
    const [read] = readDomainXml(readFileSync(path.join(folder, file), 'utf8')).domains
    if (read) yield { file, source: read.source, domain: read.domain, design: lift(read.domain, undefined) }
  }
}

/** The XML after each way through a design. */
const ways: Readonly<Record<string, (design: Design) => string>> = {
  directly: rendered,
  'as YAML': (design) => rendered(readSpecs(writeSpec(design)).designs[0]),
  'as a link': (design) => rendered(decodeDesignLink(encodeDesignLink(design)).design),
}

function rendered(design: Design | undefined): string {
  return design ? renderXmlText(resolve(design, undefined).domain) : '<nothing/>'
}

describe.each(corpora)('every domain of ../shared/corpus/%s', (name) => {
  test('means the same after XML, YAML and a link', ({ skip }) => {
    skip(!isThere, '../shared/corpus is not there')
    const different: string[] = []
    const unlike: string[] = []
    const pairs: [string, string][] = []
    let count = 0
    for (const { file, source, domain, design } of importAll(path.join(shared, name))) {
      count += 1
      const again = resolve(design, undefined).domain
      if (!sameValue(again, { ...domain, name: domain.name ?? 'imported' })) unlike.push(file)
      for (const [way, through] of Object.entries(ways)) {
        const xml = through(design)
        if (!meansTheSame(source, xml)) different.push(`${file} ${way}`)
        if (count % 5 === 0 && way === 'as YAML') pairs.push([source, xml])
      }
    }
    expect({ different, unlike }).toEqual({ different: [], unlike: [] })
    expect(count).toBeGreaterThan(40)
    const strangers = differentForPython(pairs)
    if (strangers) expect(strangers).toEqual([])
  }, 300_000)
})

/** Kept by intention: whose meaning is not libvirt's. */
function isNobodysForm({ kind, text }: Kept): boolean {
  return kind === 'comment' || /^(<metadata|<qemu:|xmlns)/.test(text)
}

test.for([
  ['libvirt-11.3', 0.97],
  ['real', 0.99],
] as const)(
  'of ../shared/corpus/%s, %d of the x86 and ARM domains come out with nothing kept',
  { timeout: 120_000 },
  ([name, least], { skip }) => {
    const folder = path.join(shared, name)
    skip(!isThere, '../shared/corpus is not there')
    const kept: string[] = []
    let count = 0
    for (const { file, domain, design } of importAll(folder)) {
      if (!['x86_64', 'i686', 'aarch64', undefined].includes(domain.os?.arch)) continue
      count += 1
      const { snippets, xml_passthrough } = design.spec.libvirt ?? {}
      const strange = listKept(domain).filter((each) => !isNobodysForm(each))
      if (strange.length > 0 || snippets || xml_passthrough)
        kept.push(`${file}: ${strange.map(({ text }) => text).join('; ')}`)
    }
    expect(1 - kept.length / count, kept.join('\n')).toBeGreaterThanOrEqual(least)
  },
)

/** Every path of a spec; `$rest` is one thing. */
function paths(held: unknown, above: Path = []): Path[] {
  const here = above.length === 0 ? [] : [above]
  if (Array.isArray(held)) return [...here, ...held.flatMap((item, index) => paths(item, [...above, index]))]
  if (!isRecord(held) || above.at(-1) === '$rest') return here
  return [...here, ...Object.keys(held).flatMap((key) => paths(held[key], [...above, key]))]
}

function isVmSpec(held: unknown): held is VmSpec {
  return isRecord(held)
}

/** What could be left out of the design with the same result. */
function needless({ design: { name, spec } }: Imported): string[] {
  const { domain } = resolve({ name, spec }, undefined)
  return paths(spec)
    .filter(([first, second]) => first !== 'source' || (second !== undefined && second === 'disk_path'))
    .filter((each) => {
      const shorter = without(spec, each)
      return isVmSpec(shorter) && sameValue(resolve({ name, spec: shorter }, undefined).domain, domain)
    })
    .map((each) => each.join('.'))
}

describe('no field can be taken from a lifted design', () => {
  test('of the project’s own domains', () => {
    const found = [...importAll(fixtures)].map((one) => [one.file, needless(one)])
    expect(found.filter(([, fields]) => fields?.length)).toEqual([])
    expect(found.length).toBeGreaterThan(3)
  }, 120_000)

  test.for([
    ['libvirt-11.3', 12],
    ['real', 1],
    ['verdicts', 6],
  ] as const)('of ../shared/corpus/%s, every %d', { timeout: 240_000 }, ([name, every], { skip }) => {
    skip(!isThere, '../shared/corpus is not there')
    const found = [...importAll(path.join(shared, name), every)].map((one) => [one.file, needless(one)])
    expect(found.filter(([, fields]) => fields?.length)).toEqual([])
  })
})

const pythonCompares = `
import json, re, sys
import xml.etree.ElementTree as etree
def parsed(text):
    return etree.fromstring(text, etree.XMLParser(target=etree.TreeBuilder(insert_comments=True)))
def meaning(element):
    texts = [element.text or ''] + [child.tail or '' for child in element]
    children = {}
    comments = []
    for child in element:
        if child.tag is etree.Comment: comments.append(child.text)
        else: children.setdefault(child.tag, []).append(meaning(child))
    return [element.tag, sorted(element.attrib.items()), ''.join(texts).strip(), comments, sorted(children.items())]
different = []
for index, (one, other) in enumerate(json.load(sys.stdin)):
    try: root = parsed(one)
    except etree.ParseError: continue
    if meaning(root) != meaning(parsed(other)): different.append(index)
json.dump(different, sys.stdout)
`

/** The pairs that differ for a parser that is not ours (expat); undefined without Python. */
function differentForPython(pairs: readonly (readonly [string, string])[]): unknown {
  const { status, stdout, stderr } = spawnSync('python3', ['-c', pythonCompares], {
    input: JSON.stringify(pairs),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (status === null) return undefined
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}
