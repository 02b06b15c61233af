import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { busyMilliseconds } from '../busy-time.test-helper.ts'
import { arbitraryValue, nastyText } from '../table/arbitrary.test-helper.ts'
import { checkSpec } from './check-spec.ts'
import { withoutDefaults } from './defaults.ts'
import { decodeDesignLink, encodeDesignLink } from './design-link.ts'
import { designFromPlain } from './design-plain.ts'
import { readSpecs } from './read-specs.ts'
import { type Design, vmSpec } from './vm-spec.ts'
import { designToPlain, writeSpec, writeSpecs } from './write-spec.ts'

const name = fc.constantFrom(
  'web',
  'on',
  '1',
  'vm',
  'libvirt',
  'spec',
  'a b',
  'x-libvirt',
  'ä: #',
  'constructor',
)
const design: fc.Arbitrary<Design> = fc.record({
  name,
  spec: arbitraryValue(vmSpec, { text: nastyText }).map((value) => checkSpec(value).spec),
})
const errors = (findings: readonly { code: string }[]) =>
  findings.filter(({ code }) => code !== 'spec.required')

describe('what was written is read as the same design', () => {
  it.each(['vms', 'vm', 'named', 'plain', 'bare'] as const)('in the shape %s', (shape) => {
    fc.assert(
      fc.property(design, (held) => {
        const text = writeSpec(held, { shape })
        const read = readSpecs(text, { defaultName: held.name })
        if (Object.keys(withoutDefaults(held.spec)).length === 0) return
        expect(errors(read.findings)).toEqual([])
        expect(read.designs).toEqual([{ name: held.name, spec: withoutDefaults(held.spec) }])
        expect(writeSpec(read.designs[0] ?? held, { shape })).toBe(text)
      }),
      { numRuns: 150 },
    )
  })

  it('as JSON and in a link', () => {
    fc.assert(
      fc.property(design, (held) => {
        const expected = { name: held.name, spec: withoutDefaults(held.spec) }
        const json = JSON.stringify(designToPlain(held))
        expect(designFromPlain(JSON.parse(json)).design).toEqual(expected)
        expect(readSpecs(json).designs).toEqual([expected])
        const link = decodeDesignLink(`https://example.org/#${encodeDesignLink(held)}`)
        expect(errors(link.findings)).toEqual([])
        expect(link.design).toEqual(expected)
      }),
      { numRuns: 150 },
    )
  })

  it('several in one file', () => {
    const designs: Design[] = [
      { name: 'a', spec: { ram: '8G' } },
      { name: 'b', spec: { cpu: 2, firmware: 'bios' } },
    ]
    for (const shape of ['vms', 'vm', 'named', 'plain'] as const)
      expect(readSpecs(writeSpecs(designs, { shape })).designs).toEqual([
        designs[0],
        { name: 'b', spec: { cpu: 2 } },
      ])
  })
})

describe('writeSpec', () => {
  it('leaves defaults of the spec out, and none of what libvirt was told', () => {
    const held: Design = {
      name: 'web',
      spec: {
        firmware: 'bios',
        backend: 'auto',
        autostart: false,
        network: { mode: 'user' },
        ssh: { port: 22, key_source: 'auto' },
        libvirt: { memory_unit: 'MiB', devices: { disks: [{ device: 'disk', type: 'file' }] } },
      },
    }
    expect(writeSpec(held)).toBe(`vms:
  web:
    ssh: {port: 22}
    libvirt:
      devices:
        disks:
          - {type: file, device: disk}
      memory_unit: MiB
`)
  })

  it('keeps up with typing: 200 devices', () => {
    const disks = Array.from({ length: 200 }, (_, index) => ({
      type: 'file' as const,
      device: 'disk' as const,
      driver: { name: 'qemu' as const, type: 'qcow2' as const, cache: 'none' as const },
      source: { file: `/var/lib/libvirt/images/disk ${index}.qcow2` },
      target: { dev: `vd${index}`, bus: 'virtio' as const },
      serial: String(index),
    }))
    const held: Design = { name: 'big', spec: { ram: '8G', libvirt: { devices: { disks } } } }
    for (let round = 0; round < 30; round++) writeSpec(held)
    const times = Array.from({ length: 30 }, () => busyMilliseconds(() => writeSpec(held))).toSorted(
      (a, b) => a - b,
    )
    // Far above what it takes, for a machine that is busy.
    expect(times[15]).toBeLessThan(30)
  })
})

describe('links', () => {
  it('findings of the link and of the design are both said', () => {
    expect(decodeDesignLink('v1.nonsense').findings.map(({ code }) => code)).toEqual(['link.shape'])
    expect(designFromPlain([]).findings.map(({ code }) => code)).toEqual(['spec.shape'])
    const read = designFromPlain({ name: 'a', spec: { ram: 'much', cpu: 2 }, more: 1 })
    expect(read.findings.map(({ code }) => code)).toEqual(['spec.unknown-key', 'spec.pattern'])
    expect(read.design).toEqual({ name: 'a', spec: { cpu: 2, ram: 'much' } })
  })

  it('no key reaches a prototype', () => {
    const hostile: unknown = JSON.parse(
      '{"name": "a", "spec": {"__proto__": {"polluted": 1}, "libvirt": {"constructor": {"prototype": {"polluted": 1}}}}}',
    )
    expect(designFromPlain(hostile).findings.map(({ code }) => code)).toEqual([
      'spec.unknown-key',
      'spec.unknown-key',
    ])
    expect({}).not.toHaveProperty('polluted')
  })
})

const samples = path.resolve(import.meta.dirname, '../../../../shared/samples/vm')
const files = existsSync(samples) ? readdirSync(samples).filter((file) => file.endsWith('.yml')) : []

describe.skipIf(files.length === 0)('the samples (skipped where ../shared is not there)', () => {
  it.each(files)('%s reads without findings and is written with the same meaning', (file) => {
    const { designs, findings } = readSpecs(readFileSync(path.join(samples, file), 'utf8'))
    expect(findings).toEqual([])
    expect(designs).toHaveLength(1)
    for (const held of designs) {
      expect(readSpecs(writeSpec(held)).designs).toEqual([
        { name: held.name, spec: withoutDefaults(held.spec) },
      ])
    }
  })
})
