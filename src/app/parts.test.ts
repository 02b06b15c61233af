import { expect, test } from 'vitest'
import { type Resolved, resolve } from '../core/resolve/index.ts'
import { designOf, presets } from '../presets/index.ts'
import { vmSpec } from './core.ts'
import { shapeAt } from './form/index.ts'
import { partOf, parts } from './parts.ts'
import { settings } from './search/settings.ts'
import { startingDesign } from './starting-design.ts'

const resolved: Resolved = resolve(startingDesign, undefined, 'libvirt')

test('every field of the tables has its place in a part', () => {
  const homeless = Object.keys(vmSpec)
    .flatMap((key) => (key === 'libvirt' ? below(['libvirt']) : [[key]]))
    .flatMap((path) => (path.join('.') === 'libvirt.devices' ? below(path) : [path]))
    .filter(
      (path) => !parts.some((part) => part.paths.some((way) => way.join('.').startsWith(path.join('.')))),
    )
  expect(homeless).toEqual([])
})

function below(path: readonly string[]): readonly (readonly string[])[] {
  return Object.keys(shapeAt(path) ?? {}).map((key) => [...path, key])
}

test('every part has its panel', () => {
  const panels = Object.keys(import.meta.glob('./panels/*/index.tsx')).map((file) => file.split('/')[2])
  expect(parts.filter(({ id }) => !panels.includes(id))).toEqual([])
})

test('a field belongs to the part with the longest way to it', () => {
  expect(partOf(['ssh', 'port'])?.id).toBe('network')
  expect(partOf(['ssh', 'user'])?.id).toBe('access')
  expect(partOf(['libvirt', 'devices', 'tpm', 0, 'model'])?.id).toBe('security')
})

test('the starting design reads as a machine', () => {
  const words = parts.map((part) => `${part.title}: ${part.sentence(startingDesign, resolved)}`)
  expect(words).toMatchInlineSnapshot(`
    [
      "Source: cloud image debian, 20G",
      "CPU: 2 vCPU, host-passthrough",
      "Memory: 4G",
      "Firmware and boot: BIOS, q35",
      "Network and ports: user, SSH on 2222",
      "Disks: root disk 20G, seed",
      "Displays: none",
      "Shares: none",
      "Host devices: none",
      "Channels: serial port",
      "Other devices: none",
      "Security: libvirt’s defaults",
      "Tuning: none",
      "Access and cloud-init: debian, key auto",
      "Raw XML: none",
    ]
  `)
})

test.each(presets)('the rail counts what the XML of $id has', (preset) => {
  const design = designOf(preset)
  const { domain, ...rest } = resolve(design, undefined, 'libvirt')
  const counted = (id: string) =>
    parts.find((part) => part.id === id)?.count?.(design, { domain, ...rest }) ?? 0
  expect(counted('disks')).toBe(domain.devices?.disks?.length ?? 0)
  expect(counted('network')).toBe(domain.devices?.interfaces?.length ?? 0)
})

test('the rail says the disks and cards that there are, whoever says them', () => {
  const sentence = (id: string, preset: string) => {
    const design = designOf(presets.find((one) => one.id === preset) ?? presets[0] ?? fail(preset))
    return parts.find((part) => part.id === id)?.sentence(design, resolve(design, undefined, 'libvirt'))
  }
  expect(sentence('disks', 'windows-gaming')).toBe('root disk 256G, 2 CDs')
  expect(sentence('disks', 'cloud-image')).toMatch(/^root disk \d+G, seed$/)
  expect(sentence('network', 'opnsense')).toBe('bridge br-wan, bridge br-lan')
  expect(sentence('network', 'windows-11')).toBe('nat')
})

function fail(what: string): never {
  throw new Error(`There is no ${what}`)
}

test('every setting that is found has a part', () => {
  expect(settings().length).toBeGreaterThan(500)
  expect(settings().filter(({ part }) => part === '')).toEqual([])
})
