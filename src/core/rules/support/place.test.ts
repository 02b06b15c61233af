import { expect, test } from 'vitest'
import { complete } from '../../complete/index.ts'
import type { Path } from '../../finding.ts'
import { resolve } from '../../resolve/index.ts'
import type { VmSpec } from '../../spec/index.ts'
import { removeFix, setFix, specPath } from './place.ts'
import type { RuleContext } from './rule.ts'

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
const context: RuleContext = {
  design: resolved.design,
  spec,
  domain: resolved.domain,
  host: undefined,
  resolved,
  completed: complete(resolved),
}
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

test('a fix changes the place that the value comes from', () => {
  expect(setFix(context, 'Call it vdc', ['devices', 'disks', ownDisk, 'target', 'dev'], 'vdc')).toEqual({
    title: 'Call it vdc',
    changes: [{ path: ['libvirt', 'devices', 'disks', 0, 'target', 'dev'], value: 'vdc' }],
  })
})

test('what a fix sets is left out no more, and everything else stays left out', () => {
  const lean: VmSpec = {
    libvirt: { leave_out: ['features.ac', 'features.acpi', 'devices.disks[0].driver', 'on_crash'] },
  }
  const of = resolve({ name: 'vm', spec: lean }, undefined)
  const around: RuleContext = { ...context, design: of.design, spec: lean, domain: of.domain, resolved: of }
  expect(setFix(around, 'Switch it on', ['features', 'acpi'], true)?.changes).toEqual([
    { path: ['libvirt', 'features', 'acpi'], value: true },
    { path: ['libvirt', 'leave_out', 1] },
  ])
})

test('what has no place of its own in the spec has no fix', () => {
  expect(removeFix(context, 'Remove it', ['devices', 'rng', 0])).toBeUndefined()
  expect(removeFix(context, 'Remove it', ['devices', 'serial', 0])).toBeUndefined()
  expect(setFix(context, 'Open it as raw', ['devices', 'disks', 0, 'driver', 'type'], 'raw')).toBeUndefined()
  expect(removeFix(context, 'Remove it', ['devices', 'interfaces', 0])).toBeUndefined()
})
