import { expect, it } from 'vitest'
import type { Domain } from '../domain/index.ts'
import type { VmSpec } from '../spec/index.ts'
import { describeEdit } from './index.ts'

const domain: Domain = {
  memory: { value: '2048 MiB' },
  vcpu: { value: 2 },
  devices: {
    disks: [
      { source: { file: '/a' }, driver: { cache: 'none' }, target: { dev: 'vda' } },
      { source: { file: '/b' }, target: { dev: 'vdb' } },
    ],
  },
}

const devices = domain.devices ?? {}
const [first = {}, second = {}] = devices.disks ?? []

const edits: readonly (readonly [what: string, after: Domain])[] = [
  ['memory 2048 → 2049 MiB', { ...domain, memory: { value: '2049 MiB' } }],
  ['vCPUs 2 → 4', { ...domain, vcpu: { value: 4 } }],
  [
    'disk vda cache none → unsafe',
    { ...domain, devices: { disks: [{ ...first, driver: { cache: 'unsafe' } }, second] } },
  ],
  ['remove disk vdb', { ...domain, devices: { disks: [first] } }],
  ['add disk vdc', { ...domain, devices: { disks: [first, second, { target: { dev: 'vdc' } }] } }],
  ['reorder disks', { ...domain, devices: { disks: [second, first] } }],
  ['title A web server', { ...domain, title: 'A web server' }],
  [
    'memory 2048 → 1024 MiB and 1 more change',
    { ...domain, memory: { value: '1024 MiB' }, vcpu: { value: 1 } },
  ],
]

it.each(edits)('says: %s', (what, after) => {
  expect(describeEdit(domain, after, ['libvirt'])).toBe(what)
})

it('says what changed in vm.yml too, and nothing of nothing', () => {
  const spec: VmSpec = { ram: '2G', cloud_init: { package: ['vim'] } }
  expect(describeEdit(spec, { ...spec, ram: '3G' })).toBe('memory 2G → 3G')
  expect(describeEdit(spec, { ram: '2G' })).toBe('remove cloud-init')
  expect(describeEdit(spec, { ...spec, libvirt: { title: 'Web' } })).toBe('title Web')
  expect(describeEdit({ libvirt: { title: 'Web' } }, {})).toBe('remove title')
  expect(describeEdit(spec, { ...spec })).toBeUndefined()
})
