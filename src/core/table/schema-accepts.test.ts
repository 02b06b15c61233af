import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { domain } from '../domain/domain.ts'
import { readSchemaPaths } from '../domain/schema-coverage.ts'
import { parseXml, writeElement } from '../xml/index.ts'
import { isRecord, readXml, type UnknownRecord, type WalkedField, walkFields, writeXml } from './index.ts'
import { type Grammar, readGrammar, type Wanted } from './relax-ng.test-helper.ts'

const reference = path.join(import.meta.dirname, '../../../../shared/reference')
const schema = path.join(reference, 'rng-11.3/domain.rng')
const newerPaths = path.join(reference, 'schema-paths-12.8.0.tsv')
const schemaVersion = '11.3.0'
const isThere = existsSync(schema) && existsSync(newerPaths)
/** What the tables have although neither schema does, and why. */
const beyondTheSchema: readonly (readonly [name: RegExp, reason: string])[] = [
  [/\.labelskip=no$/, 'libvirt reads no as it reads nothing said; its schema lists what it writes'],
  [/^devices\.interfaces\[\]\.vlan\.trunk=no$/, 'the opposite of yes, which the form needs'],
  [/^devices\.(smartcard\[\]|nvram)\.alias\.name$/, 'libvirt gives every device an alias'],
  [/^devices\.disks\[\]\.driver\.type=vhdx$/, 'a disk_format of vm.yml, which QEMU reads'],
  [/^launch_security\.type=sev-es$/, 'a type of vm.yml: sev with the policy of SEV-ES'],
  [/^os\.smbios=none$/, 'libvirt reads none as it reads nothing said (lab)'],
  [/^sysinfo\.processor\[\]$/, 'a list of vm.yml; libvirt reads it and hands it to QEMU'],
]

const xmllint = spawnSync('xmllint', ['--version']).status === 0

const walked = walkFields(domain)

/** The fields that hold a value of their own, and that the schema's version can know. */
const held = walked.filter(
  ({ field, memoryPath, xmlPlace }) =>
    xmlPlace !== undefined &&
    field.kind !== 'child' &&
    field.kind !== 'list' &&
    !isNewer(memoryPath) &&
    !isFurther(memoryPath),
)

/** Lists of the elements after the first have the table of the first. */
function isFurther(memoryPath: string): boolean {
  return walked.some(
    ({ memoryPath: above, field }) =>
      field.kind === 'list' && field.further === true && memoryPath.startsWith(`${above}.`),
  )
}

function isNewer(memoryPath: string): boolean {
  return walked.some(
    ({ memoryPath: above, field }) =>
      (memoryPath === above || memoryPath.startsWith(`${above}.`)) &&
      isAfter(field.meta.since ?? '', schemaVersion),
  )
}

function isAfter(version: string, other: string): boolean {
  const [left, right] = [version, other].map((text) => text.split('.').map(Number))
  for (const [index, number] of (left ?? []).entries())
    if (number !== (right?.[index] ?? 0)) return number > (right?.[index] ?? 0)
  return false
}

interface Case {
  readonly memoryPath: string
  readonly word: string | undefined
  readonly wanted: Wanted
}

/** One case for each word of a list, one for everything else. */
function casesOf({ memoryPath, field, xmlPlace = '' }: WalkedField): Case[] {
  const wanted = wantedAt(xmlPlace)
  const choices = 'scalar' in field ? (field.scalar.choices ?? []) : []
  if (choices.length === 0) return [{ memoryPath, word: undefined, wanted }]
  return choices.map((word) => ({ memoryPath, word, wanted: { ...wanted, value: word } }))
}

/** `<devices><disk><driver cache=…>` as names; of an entry that has a key, the entry. */
function wantedAt(xmlPlace: string): Wanted {
  const tags = [...xmlPlace.matchAll(/<([^ >]+)(?: ([^ =>]+)=(…|KEY))?[^>]*>/g)]
  const [name, attribute] = tags.at(-1)?.slice(1) ?? []
  const elements = tags.map((tag) => tag[1] ?? '')
  const rooted = name === 'domain' ? elements : ['domain', ...elements]
  const isOwnText = xmlPlace.endsWith('…')
  return attribute === undefined || isOwnText ? { elements: rooted } : { elements: rooted, attribute }
}

function valuesAt(value: unknown, keys: readonly string[]): unknown[] {
  const [key, ...deeper] = keys
  if (key === undefined) return value === undefined ? [] : [value]
  if (!isRecord(value)) return []
  const at = value[key.replace('[]', '')]
  return (Array.isArray(at) ? at : [at]).flatMap((item: unknown) => valuesAt(item, deeper))
}

interface Outcome {
  readonly wanted: Wanted
  readonly name: string
  /** Undefined when the schema has no such document. */
  readonly value: UnknownRecord | undefined
  readonly isHeld: boolean
}

function outcome({ memoryPath, word, wanted }: Case, grammar: Grammar): Outcome {
  const name = word === undefined ? memoryPath : `${memoryPath}=${word}`
  const document = grammar.documentWith(wanted)
  if (!document) return { name, wanted, value: undefined, isHeld: false }
  const { root, source } = parseXml(writeElement(document))
  if (!root) throw new Error(`not well-formed: ${writeElement(document)}`)
  const value = readXml(domain, root, source)
  return { name, wanted, value, isHeld: valuesAt(value, memoryPath.split('.')).length > 0 }
}

/** The documents that xmllint says are not valid, by their place. */
function invalid(documents: readonly string[]): Set<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vmwright-'))
  try {
    const files = documents.map((text, index) => {
      writeFileSync(path.join(folder, `${index}.xml`), text)
      return `${index}.xml`
    })
    const valid = new Set<number>()
    for (let first = 0; first < files.length; first += 1000) {
      const args = ['--noout', '--relaxng', schema, ...files.slice(first, first + 1000)]
      const { stderr } = spawnSync('xmllint', args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 })
      for (const [, index] of stderr.matchAll(/^(\d+)\.xml validates$/gm)) valid.add(Number(index))
    }
    return new Set([...documents.keys()].filter((index) => !valid.has(index)))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('every declared field and word', () => {
  test('is in a domain that libvirt 11.3’s schema takes after the tables read and wrote it, or in 12.8’s paths', ({
    skip,
  }) => {
    skip(!isThere, '../shared/reference is not there')
    skip(!xmllint, 'xmllint is not installed')
    const grammar = readGrammar('domain.rng', (name) =>
      readFileSync(path.join(path.dirname(schema), name), 'utf8'),
    )
    const outcomes = held.flatMap((field) => casesOf(field).map((each) => outcome(each, grammar)))
    const written = outcomes.flatMap(({ name, value }) =>
      value ? [{ name, xml: writeXml('domain', domain, value) }] : [],
    )
    const wrong = invalid(written.map(({ xml }) => xml))
    expect(written.filter((_, index) => wrong.has(index))).toEqual([])
    expect(outcomes.filter(({ value, isHeld }) => value && !isHeld).map(({ name }) => name)).toEqual([])

    const newer = new Map(
      readSchemaPaths(readFileSync(newerPaths, 'utf8')).map((each) => [each.path, each.words]),
    )
    const isInNewer = ({ elements, attribute, value }: Wanted) => {
      const words = newer.get(elements.join('/') + (attribute === undefined ? '' : `@${attribute}`))
      return words !== undefined && (value === undefined || words.includes(value))
    }
    const refused = outcomes
      .filter(({ value, wanted }) => !value && !isInNewer(wanted))
      .map(({ name }) => name)
    const isExplained = (name: string) => beyondTheSchema.some(([pattern]) => pattern.test(name))
    expect(refused.filter((name) => !isExplained(name))).toEqual([])
    const needless = beyondTheSchema.filter(([pattern]) => !refused.some((name) => pattern.test(name)))
    expect(needless).toEqual([])
  }, 120_000)
})
