/** What the fuzzer starts from: our own fixtures, and ../shared where it is. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { kindOfText } from '../../src/app/open/kind-of-text.ts'
import { designToPlain, encodeDesignLink, readSpecs } from '../../src/core/index.ts'
import { vmSpec } from '../../src/core/spec/index.ts'
import { isRecord, type UnknownRecord } from '../../src/core/table/index.ts'
import { sampleValue } from '../../src/core/table/sample-value.ts'
import type { TextKind } from '../whole-chain.ts'

const folders = ['src', 'e2e/fixtures', 'e2e/expected', '../shared']

/** Longer ones make each case slow and add little. */
const longest = 16 * 1024

const kindsByEnd: Readonly<Record<string, TextKind>> = {
  '.xml': 'xml',
  '.yml': 'yaml',
  '.yaml': 'yaml',
  '.sh': 'argv',
  '.args': 'argv',
}

const kindsByLook: Readonly<Record<string, TextKind>> = {
  xml: 'xml',
  link: 'link',
  argv: 'argv',
  json: 'facts',
  yaml: 'yaml',
  host: 'host',
  'ssh-key': 'keys',
}

export type Corpus = Readonly<Record<TextKind, readonly string[]>>

const key = 'AAAAC3NzaC1lZDI1NTE5AAAAIJ3Vw0u9kq1J3mYpH0b1T7Lw0k4m3n2y8h6q9r5s1tVx'

/**
 * The texts by their kind, always in the same order.
 *
 * @param root the folder of the project
 */
export function readCorpus(root: string): Corpus {
  const xml: string[] = []
  const argv: string[] = []
  const corpus: Record<TextKind, string[]> = {
    xml,
    domain: xml,
    yaml: [],
    argv,
    command: argv,
    link: [],
    host: [],
    facts: [],
    keys: [
      `ssh-ed25519 ${key} ann@example\n# a comment\nfrom="10.0.0.0/8",no-pty ssh-ed25519 ${key}\n`,
      `-----BEGIN OPENSSH PRIVATE KEY-----\n${key}\n-----END OPENSSH PRIVATE KEY-----\n`,
    ],
    plain: [],
  }
  for (const file of folders.flatMap((folder) => filesBelow(path.join(root, folder)))) {
    const text = readFileSync(file, 'utf8')
    if (text.length > longest || text.includes('\0')) continue
    const kind = kindsByEnd[path.extname(file)] ?? kindsByLook[kindOfText(text) ?? '']
    if (kind !== undefined) corpus[kind].push(text)
  }
  for (const text of corpus.yaml.slice(0, 200))
    for (const design of readSpecs(text).designs.slice(0, 1)) {
      corpus.link.push(`#${encodeDesignLink(design)}`)
      corpus.plain.push(JSON.stringify(designToPlain(design)))
    }
  for (let round = 0; round < 24; round += 1)
    corpus.plain.push(JSON.stringify({ name: 'all', spec: someOf(sampleValue(vmSpec, { round }), round) }))
  return corpus
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.(?:xml|ya?ml|sh|args|txt|json)$/.test(one.name))
    .map((one) => path.join(one.parentPath, one.name))
    .sort()
}

/** A part of the fields: all at once take long, and hide each other. */
function someOf(spec: UnknownRecord, round: number): unknown {
  const some = (held: unknown): UnknownRecord =>
    Object.fromEntries(
      isRecord(held) ? Object.entries(held).filter((_, index) => (index * 7 + round) % 5 === 0) : [],
    )
  const libvirt = spec['libvirt']
  const devices = isRecord(libvirt) ? libvirt['devices'] : {}
  return { ...some(spec), libvirt: { ...some(libvirt), devices: some(devices) } }
}
