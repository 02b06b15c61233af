/**
 * Nothing is lost on a corpus of the project's own, which is there in every clone: domains that the tables make, with each
 * field and each of its words in one of them, the fixtures, the presets, and designs made at random. ../shared has real ones.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { domain as domainShape } from '../src/core/domain/index.ts'
import {
  argvOf,
  type Design,
  decodeDesignLink,
  encodeDesignLink,
  lift,
  readDomainXml,
  readSpecs,
  renderArgv,
  renderXmlText,
  resolve,
  writeSpec,
} from '../src/core/index.ts'
import { roundsOf, sampleValue } from '../src/core/table/sample-value.ts'
import { meansTheSame } from '../src/core/xml/meaning.test-helper.ts'
import { designOf, presets } from '../src/presets/index.ts'
import { rewriteArgv } from './argv-corpus.ts'
import { type GeneratedDesign, generatedDesigns } from './generated-designs.ts'

const fixtures = path.join(import.meta.dirname, '../src/core/domain/fixtures')

/** How many designs are made at random. */
const atRandom = 100

const random: readonly GeneratedDesign[] = fc.sample(
  generatedDesigns({
    raw: '/srv/raw,1.img',
    directory: '/srv/share',
    firmware: '/usr/share/OVMF/OVMF_CODE_4M.fd',
    variables: '/srv/variables.fd',
  }),
  { seed: 11, numRuns: atRandom },
)

const generated: readonly Design[] = random.map(({ libvirt, vcpus }, index) => ({
  name: `vm${index}`,
  spec: { source: { kind: 'imported', disk_path: '/srv/disk.qcow2' }, ram: '1G', cpu: vcpus, libvirt },
}))

const rounds = Array.from({ length: roundsOf(domainShape) }, (_, round) => round)

/** XML of domains, by what they are called here. */
const corpus: ReadonlyMap<string, string> = new Map([
  ...readdirSync(fixtures).map((file) => [file, readFileSync(path.join(fixtures, file), 'utf8')] as const),
  ...rounds.map(
    (round) =>
      [`tables, ${round}`, renderXmlText(sampleValue(domainShape, { round, xmlOnly: true }))] as const,
  ),
  ...[...presets.map(designOf), ...generated].map(
    (design) => [design.name, renderXmlText(resolve(design, undefined).domain)] as const,
  ),
])

/** The XML after each way through a design. */
const ways: Readonly<Record<string, (design: Design) => string>> = {
  directly: rendered,
  'as YAML': (design) => rendered(readSpecs(writeSpec(design)).designs[0]),
  'as a link': (design) => rendered(decodeDesignLink(encodeDesignLink(design)).design),
}

function rendered(design: Design | undefined): string {
  return design ? renderXmlText(resolve(design, undefined).domain) : '<nothing/>'
}

const imported = new Map<string, Design>()
beforeAll(() => {
  for (const [name, xml] of corpus)
    for (const { domain } of readDomainXml(xml).domains) imported.set(name, lift(domain, undefined))
}, 120_000)

test.for(Object.entries(ways))('every domain means the same %s', { timeout: 120_000 }, ([, through]) => {
  const different = [...corpus].flatMap(([name, xml]) =>
    meansTheSame(xml, through(imported.get(name) ?? { name, spec: {} })) ? [] : [name],
  )
  expect(different).toEqual([])
})

test('a QEMU command line that is read and written again has the same devices and properties', () => {
  const differing = generated.flatMap((design) => {
    const words = argvOf(renderArgv(resolve(design, {}, 'qemu')))
    const { devices, properties } = rewriteArgv(JSON.stringify(words))
    const all = [devices, properties].flatMap(({ missing, extra }) => [...missing, ...extra])
    return all.length === 0 ? [] : [`${design.name}: ${all.join(' ')}`]
  })
  expect(generated.length).toBe(atRandom)
  expect(differing).toEqual([])
}, 120_000)
