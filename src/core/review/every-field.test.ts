/** Every text of the tables is either listed by the review, or said here to touch nothing. */
import { expect, test } from 'vitest'
import { type VmSpec, vmSpec } from '../spec/index.ts'
import { type Field, type Shape, type WalkedField, walkFields } from '../table/index.ts'
import { ownValue } from '../text/index.ts'
import { hostReach } from './host-reach.ts'
import { namedThings } from './named-things.ts'
import { touchesNothing } from './touches-nothing.test-data.ts'

const texts = walkFields(vmSpec).filter(({ field }) => {
  if (field.kind === 'entries' || field.kind === 'entriesList') return true
  return 'scalar' in field && (field.scalar.name === 'text' || field.scalar.name === 'anything')
})

const fetched = { url: 'https://example.org/i', checksum: { type: 'sha256', value: 'a'.repeat(64) } } as const

/** Devices that resolve makes are there when there is something to make them of. */
const around: readonly (readonly [start: string, spec: VmSpec])[] = [
  ['libvirt.root_disk', { source: { kind: 'cloud_image', ...fetched }, disk_size: '9G' }],
  ['libvirt.seed', { source: { kind: 'cloud_image', ...fetched }, cloud_init: { hostname: 'a' } }],
  ['libvirt.drivers_disk', { guest: 'windows-11', installer: { ...fetched, drivers: { path: '/d.iso' } } }],
  ['libvirt.answers_disk', { guest: 'windows-11', installer: { ...fetched, unattended: { enabled: true } } }],
  ['libvirt.installer_disk', { guest: 'windows-11', installer: fetched }],
  ['network.bridge', { network: { mode: 'bridge' } }],
  ['installer.drivers', { guest: 'windows-11', installer: fetched }],
]

/** The type beside `source` that a key of it belongs to, where the tables leave that to the rules. */
const typeBeside: readonly (readonly [end: RegExp, type: string])[] = [
  [/(?:disks|_disk|mirror|backing_store|nvram)\.source\.address\.\w+$/, 'nvme'],
  [/interfaces?\.source\.bridge$/, 'bridge'],
  [/interfaces?\.source\.dev$/, 'direct'],
  [/interfaces?\.source\.(?:network|portgroup)$/, 'network'],
  [/interfaces?\.source\.address$/, 'udp'],
  [/interfaces?\.source\.(?:domain|bus|slot|function|device|address_port|vendor|product)$/, 'hostdev'],
]

/** What is found of a design that says this one field, beside what is found of it without. */
function foundOf(walked: WalkedField): readonly string[] {
  const [, base = {}] = around.find(([start]) => walked.memoryPath.startsWith(start)) ?? []
  const list = (spec: VmSpec) => hostReach({ name: 'vm', spec }).map(({ text }) => text)
  const before = new Set(list(base))
  return list(merged(base, withField(walked)) as VmSpec).filter((text) => !before.has(text))
}

/** The least that says the field: its kinds are those that it belongs to. */
function withField(walked: WalkedField): unknown {
  const { memoryPath, field } = walked
  const keys = memoryPath
    .split('.')
    .map((key) => ({ key: key.replace('[]', ''), isList: key.endsWith('[]') }))
  const shapes: Shape[] = [vmSpec]
  const fields: Field[] = []
  for (const { key } of keys) {
    const inner = ownValue(shapes.at(-1) ?? {}, key)
    if (inner !== undefined) fields.push(inner)
    if (inner?.kind === 'child' || inner?.kind === 'list') shapes.push(inner.shape())
  }
  const kinds = fields.flatMap((one, depth) =>
    Object.entries(one.meta.only ?? {}).map(([place, words]) => ({
      at: shapes.findLastIndex(
        (shape, at) => at <= depth && ownValue(shape, place.split('.')[0] ?? '') !== undefined,
      ),
      said: place.split('.').reduceRight<unknown>((held, key) => ({ [key]: held }), words[0]),
    })),
  )
  const type = typeBeside.find(([end]) => end.test(placeOf(walked)))?.[1]
  if (type !== undefined)
    kinds.push({ at: keys.findLastIndex(({ key }) => key === 'source'), said: { type } })
  return keys.reduceRight<unknown>(
    (held, { key, isList }, depth) =>
      kinds
        .filter(({ at }) => at === depth)
        .reduce((map, { said }) => merged(said, map), { [key]: isList ? [held] : held } as unknown),
    sampleOf(field),
  )
}

function sampleOf(field: WalkedField['field']): unknown {
  if (field.kind === 'entries' || field.kind === 'entriesList') return { key: 'sample' }
  const scalar = 'scalar' in field ? field.scalar : undefined
  if (scalar?.isHostPath === true) return '/srv/sample'
  const samples = ['sample', '198.51.100.7', '/srv/sample', '1', '0.0.0.0:80:80']
  return samples.find((sample) => scalar?.pattern?.test.test(sample) !== false) ?? 'sample'
}

function merged(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) || Array.isArray(other) || typeof one !== 'object' || typeof other !== 'object')
    return other
  const held: Record<string, unknown> = { ...one }
  for (const [key, value] of Object.entries(other ?? {}))
    held[key] = key in held ? merged(held[key], value) : value
  return held
}

function placeOf({ memoryPath }: WalkedField): string {
  return memoryPath.replaceAll('[]', '')
}

function isHarmless(walked: WalkedField): boolean {
  return touchesNothing.some(([, ends]) => ends.some((end) => end.test(placeOf(walked))))
}

test('every text of a design is listed, or is known to touch nothing', () => {
  const notListed = texts.flatMap((walked) => {
    return isHarmless(walked) || foundOf(walked).length > 0 ? [] : [walked.memoryPath]
  })
  expect(notListed).toEqual([])
})

test('no path of the host is among what touches nothing', () => {
  const paths = texts.filter(({ field }) => 'scalar' in field && field.scalar.isHostPath === true)
  expect(paths.length).toBeGreaterThan(100)
  expect(paths.filter(isHarmless).map(({ memoryPath }) => memoryPath)).toEqual([])
})

test('what touches nothing, and what is named otherwise, is all in the tables', () => {
  const places = walkFields(vmSpec).map(placeOf)
  const named = Object.keys(namedThings).map((end) => new RegExp(`\\.${end.replaceAll('.', '\\.')}$`))
  const ends = [...touchesNothing.flatMap(([, of]) => of), ...named]
  expect(ends.filter((end) => !places.some((place) => end.test(place)))).toEqual([])
})
