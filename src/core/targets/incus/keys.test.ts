/** Every key that is written is one that the server has, and every value a text. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { isRecord, type UnknownRecord } from '../../table/index.ts'
import { writeTarget } from '../index.ts'
import { plainDocuments } from '../kubevirt/yaml/plain-yaml.ts'
import { sampleDesigns, shared } from '../samples.test-helper.ts'
import { options } from './options.ts'

const servers = Object.keys(options.server.words)

/** Of the first version the list has two kinds of devices only. */
const lists = ['incus-v6.0.4-configuration.json', 'incus-v7.3.0-configuration.json'].map((name) =>
  path.join(shared, 'fleet/data', name),
)

interface Keys {
  readonly [kind: string]: ReadonlySet<string> | undefined
}

/** Names of keys, by `instance` or the kind of device. */
function keysOf(file: string): Keys {
  const { configs } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly configs: Readonly<Record<string, Readonly<Record<string, { readonly keys: readonly object[] }>>>>
  }
  const namesIn = (groups: readonly { readonly keys: readonly object[] }[]) =>
    new Set(groups.flatMap(({ keys }) => keys.flatMap((one) => Object.keys(one))))
  return {
    instance: namesIn(Object.values(configs['instance'] ?? {})),
    ...Object.fromEntries(
      Object.entries(configs['devices'] ?? {}).map(([kind, group]) => [kind, namesIn([group])]),
    ),
  }
}

function instanceOf(design: Parameters<typeof writeTarget>[1], server: string): UnknownRecord {
  const [file] = writeTarget('incus', design, undefined, { server }).files
  const [document] = plainDocuments(file !== undefined && 'text' in file ? file.text : '') ?? []
  expect(document?.error).toBeUndefined()
  return isRecord(document?.data) ? document.data : {}
}

function mapOf(held: unknown): Readonly<Record<string, unknown>> {
  return isRecord(held) ? held : {}
}

const designs = sampleDesigns()

test.each(designs)('%s is an instance of texts', (_, design) => {
  for (const server of servers) {
    const { name, type, config, devices } = instanceOf(design, server)
    expect(name).toMatch(/^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/)
    expect(type).toBe('virtual-machine')
    const keys = [mapOf(config), ...Object.values(mapOf(devices)).map(mapOf)]
    expect(keys.flatMap((one) => Object.values(one)).filter((value) => typeof value !== 'string')).toEqual([])
    expect(mapOf(mapOf(devices)['root'])).toMatchObject({ type: 'disk', path: '/', pool: 'default' })
  }
})

describe.skipIf(!lists.every(existsSync))('the keys of Incus (skipped without ../shared)', () => {
  const known = lists.map((file) => (existsSync(file) ? keysOf(file) : {}))

  /** `smbios11.*` is a key for whatever stands there. */
  const isIn = (keys: ReadonlySet<string> | undefined, key: string) =>
    keys === undefined || keys.has(key) || keys.has(key.replace(/^(\w+)\..*$/, '$1.*'))

  const unknownIn = (instance: UnknownRecord, keys: Keys): string[] => [
    ...Object.keys(mapOf(instance['config'])).filter((key) => !isIn(keys['instance'], key)),
    ...Object.values(mapOf(instance['devices'])).flatMap((device) => {
      const { type, nictype, ...others } = mapOf(device)
      const kind = type === 'nic' ? `nic_${String(nictype ?? 'bridged')}` : String(type)
      return Object.keys(others).filter((key) => !isIn(keys[kind], key))
    }),
  ]

  test('find what is none', () => {
    const wrong = { config: { 'limits.cpuu': '2' }, devices: { root: { type: 'disk', bus: 'ide' } } }
    expect(known.map((keys) => unknownIn(wrong, keys))).toEqual([
      ['limits.cpuu', 'bus'],
      ['limits.cpuu', 'bus'],
    ])
  })

  test.each(designs)('are those of %s', (_, design) => {
    const [first = {}, second = {}] = known
    expect(unknownIn(instanceOf(design, 'incus-6'), first)).toEqual([])
    expect(unknownIn(instanceOf(design, 'incus-6'), second)).toEqual([])
    expect(unknownIn(instanceOf(design, 'incus-7'), second)).toEqual([])
  })
})
