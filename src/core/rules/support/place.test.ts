import { expect, test } from 'vitest'
import type { Path } from '../../finding.ts'
import { resolve } from '../../resolve/index.ts'
import type { VmSpec } from '../../spec/index.ts'
import { below, placedInSpec, specPath } from './place.ts'
import type { DomainFix } from './rule.ts'
import { ruleContext } from './rule-context.ts'

const spec: VmSpec = {
  source: { kind: 'cloud_image', url: 'https://example.org/image.qcow2' },
  ram: '4G',
  cpu: 2,
  ssh: { port: 2222 },
  network: { port_forwards: ['8080:80'] },
  libvirt: {
    vcpu: { current: 1 },
    features: { smm: true },
    snippets: ["<rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>"],
    devices: { disks: [{ source: { file: '/vm/b.img' }, target: { dev: 'vdb' } }] },
  },
}
const resolved = resolve({ name: 'vm', spec }, undefined)
const context = ruleContext(resolved.design, undefined, resolved)
const ownDisk = (resolved.domain.devices?.disks?.length ?? 0) - 1

const places: readonly [domain: Path, spec: Path][] = [
  [
    ['devices', 'disks', ownDisk, 'target', 'dev'],
    ['libvirt', 'devices', 'disks', 0, 'target', 'dev'],
  ],
  [['devices', 'disks', 0, 'driver', 'type'], ['source']],
  [
    ['devices', 'interfaces', 0, 'model', 'type'],
    ['network', 'model'],
  ],
  [
    ['devices', 'interfaces', 0, 'port_forwards', 0, 'ranges', 0, 'start'],
    ['ssh', 'port'],
  ],
  [
    ['devices', 'rng', 0, 'backend', 'value'],
    ['libvirt', 'snippets', 0],
  ],
  [
    ['devices', 'serial', 0, 'type'],
    ['libvirt', 'devices', 'serial'],
  ],
  [['memory', 'value'], ['ram']],
  [['vcpu', 'value'], ['cpu']],
  [
    ['vcpu', 'current'],
    ['libvirt', 'vcpu', 'current'],
  ],
  [
    ['features', 'smm'],
    ['libvirt', 'features', 'smm'],
  ],
  [
    ['memory_backing', 'source', 'type'],
    ['libvirt', 'memory_backing', 'source', 'type'],
  ],
]

test.each(places)('%j of the Domain is %j of the spec', (domain, expected) => {
  expect(specPath(resolved, domain)).toEqual(expected)
})

function fixAt(at: Path, fix: DomainFix, around = context) {
  return placedInSpec(around, { at, message: '', fix }).fix
}

test('a fix changes the place that the value comes from', () => {
  expect(
    fixAt(['devices', 'disks', ownDisk, 'target', 'dev'], { title: 'Call it vdc', value: 'vdc' }),
  ).toEqual({
    title: 'Call it vdc',
    changes: [{ path: ['libvirt', 'devices', 'disks', 0, 'target', 'dev'], value: 'vdc' }],
  })
})

test('a fix without a value takes away what is wrong, or what stands elsewhere', () => {
  expect(fixAt(['features', 'smm'], { title: 'Leave it out' })?.changes).toEqual([
    { path: ['libvirt', 'features', 'smm'] },
  ])
  expect(fixAt(['features', 'smm'], { title: 'Leave it out', at: ['vcpu', 'current'] })?.changes).toEqual([
    { path: ['libvirt', 'vcpu', 'current'] },
  ])
})

test('what a fix sets is left out no more, and everything else stays left out', () => {
  const lean: VmSpec = {
    libvirt: { leave_out: ['features.ac', 'features.acpi', 'devices.disks[0].driver', 'on_crash'] },
  }
  const of = resolve({ name: 'vm', spec: lean }, undefined)
  const around = ruleContext(of.design, undefined, of)
  expect(fixAt(['features', 'acpi'], { title: 'Switch it on', value: true }, around)?.changes).toEqual([
    { path: ['libvirt', 'features', 'acpi'], value: true },
    { path: ['libvirt', 'leave_out', 1] },
  ])
})

test('what has no place of its own in the spec has no fix', () => {
  expect(fixAt(['devices', 'rng', 0], { title: 'Remove it' })).toBeUndefined()
  expect(fixAt(['devices', 'serial', 0], { title: 'Remove it' })).toBeUndefined()
  expect(
    fixAt(['devices', 'disks', 0, 'driver', 'type'], { title: 'Open it as raw', value: 'raw' }),
  ).toBeUndefined()
  expect(fixAt(['devices', 'interfaces', 0], { title: 'Remove it' })).toBeUndefined()
})

test('one change without a place takes all of them', () => {
  const all = [{ at: ['features', 'smm'] }, { at: ['devices', 'rng', 0] }]
  expect(fixAt(['features'], { title: 'Leave both out', all })).toBeUndefined()
})

test('the paths of a device are below it, those of the spec stay', () => {
  const device = ['devices', 'video', 1]
  const of = (fix: DomainFix) => below(device, { at: ['heads'], message: '', fix })
  expect(of({ title: 'Leave it out' })).toEqual({
    at: [...device, 'heads'],
    message: '',
    fix: { title: 'Leave it out' },
  })
  expect(of({ title: 'Take virtio', at: ['model'], value: 'virtio' }).fix).toEqual({
    title: 'Take virtio',
    at: [...device, 'model'],
    value: 'virtio',
  })
  expect(of({ title: 'Leave both out', all: [{ at: ['heads'] }, { at: [] }] }).fix).toEqual({
    title: 'Leave both out',
    all: [{ at: [...device, 'heads'] }, { at: device }],
  })
  const inSpec = { title: 'Take it', changes: [{ path: ['firmware'], value: 'bios' }] }
  expect(below(device, { at: [], message: '', fix: inSpec })).toEqual({
    at: device,
    message: '',
    fix: inSpec,
  })
})
