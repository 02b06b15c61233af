import { describe, expect, test } from 'vitest'
import { applyChanges, type Path, readSpecs, type VmSpec, writeSpec } from '../core/index.ts'
import { designOf, presetById, presetOf, presets } from './index.ts'

function specOf(id: string): VmSpec {
  const preset = presetById(id)
  return preset === undefined ? {} : designOf(preset).spec
}

function changed(id: string, ...changes: readonly (readonly [Path, unknown])[]): VmSpec {
  const spec = specOf(id)
  return applyChanges(
    spec,
    changes.map(([path, value]) => ({ path, value })),
  )
}

const libvirt = (...path: Path): Path => ['libvirt', ...path]
const device = (...path: Path): Path => ['libvirt', 'devices', ...path]

describe.each(presets)('$id', (preset) => {
  const { id } = preset
  const design = designOf(preset)

  test('is known again', () => {
    expect(presetOf(design.spec)?.id).toBe(id)
  })

  test('is known again after it was written and read, where defaults are left out', () => {
    expect(presetOf(readSpecs(writeSpec(design)).designs[0]?.spec ?? {})?.id).toBe(id)
  })

  test('is known again with another source, other sizes, ports and devices of the host', () => {
    const spec = changed(
      id,
      [['source'], { kind: 'clone', from_vm: 'old' }],
      [['disk_size'], '1T'],
      [['ram'], '6G'],
      [['cpu'], 3],
      [['ssh', 'port'], 2299],
      [['cloud_init', 'packages'], ['htop']],
      [libvirt('cputune'), undefined],
      [libvirt('cpu', 'topology'), undefined],
      [
        device('hostdevs'),
        [{ type: 'usb', source: { vendor: { id: '0x046d' }, product: { id: '0xc52b' } } }],
      ],
    )
    expect(presetOf(spec)?.id).toBe(id)
  })
})

test.each<[string, readonly (readonly [Path, unknown])[], string | undefined]>([
  ['cloud-image', [[['firmware'], 'uefi-secure']], undefined],
  ['cloud-image', [[['network', 'mode'], 'nat']], undefined],
  ['cloud-image', [[['network', 'port_forwards'], ['8080:80']]], 'cloud-image'],
  ['cloud-image', [[device('graphics'), [{ type: 'vnc' }]]], undefined],
  ['cloud-image', [[device('channels'), undefined]], undefined],
  // Without its share it is nothing but a server.
  ['linux-development', [[device('filesystems'), undefined]], 'cloud-image'],
  ['linux-development', [[device('filesystems', 0, 'source', 'dir'), '/home/me/src']], 'linux-development'],
  ['nested-lab', [[device('iommu'), undefined]], 'cloud-image'],
  [
    'windows-11',
    [
      [device('disks'), undefined],
      [libvirt('os'), undefined],
    ],
    undefined,
  ],
  ['windows-11', [[device('disks'), undefined]], 'windows-11'],
  ['windows-11', [[device('tpm'), []]], undefined],
  ['windows-11', [[libvirt('features', 'hyperv', 'relaxed'), 'off']], undefined],
  [
    'windows-gaming',
    [
      [device('graphics'), []],
      [device('video'), [{ model: { type: 'none' } }]],
    ],
    'windows-gaming',
  ],
  ['windows-gaming', [[libvirt('memory_backing', 'hugepages', 'size'), '1G']], 'windows-gaming'],
  ['windows-gaming', [[libvirt('memory_backing', 'hugepages'), undefined]], undefined],
  ['looking-glass', [[device('shmem', 0, 'size'), '128M']], 'looking-glass'],
  ['looking-glass', [[device('shmem'), undefined]], undefined],
  ['home-assistant', [[['network', 'bridge'], 'br-house']], 'home-assistant'],
  ['opnsense', [[device('interfaces'), []]], 'opnsense'],
  ['aarch64-on-x86', [[libvirt('os', 'arch'), 'riscv64']], undefined],
  ['confidential', [[libvirt('os', 'loader', 'value'), '/usr/share/OVMF/OVMF.amdsev.fd']], 'confidential'],
  ['confidential', [[libvirt('launch_security'), undefined]], undefined],
])('%s after %j is %s', (id, changes, expected) => {
  expect(presetOf(changed(id, ...changes))?.id).toBe(expected)
})

test('an empty design is none, and order does not matter', () => {
  expect(presetOf({})).toBeUndefined()
  const timers = specOf('windows-11').libvirt?.clock?.timers ?? []
  expect(presetOf(changed('windows-11', [libvirt('clock', 'timers'), timers.toReversed()]))?.id).toBe(
    'windows-11',
  )
})
