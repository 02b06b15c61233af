import { expect, test } from 'vitest'
import type { HostFacts } from '../host/index.ts'
import { readSpecs, type VmSpec, writeSpec } from '../spec/index.ts'
import { resolve } from './resolve.ts'

const host: HostFacts = { paths: { state_dir: '/var/vms/{name}' } }

type Disk = NonNullable<NonNullable<NonNullable<VmSpec['libvirt']>['devices']>['disks']>[number]
const withDisks = (...disks: readonly Disk[]): VmSpec => ({ ram: '1G', libvirt: { devices: { disks } } })
const resolved = (...disks: readonly Disk[]) => resolve({ name: 'vm', spec: withDisks(...disks) }, host)

test('a new disk has a file and a format, and XML has no word for it', () => {
  const { domain, newDisks, notes } = resolved(
    { create: '40G', target: { dev: 'vda', bus: 'virtio' } },
    { create: '1G', driver: { type: 'raw' }, target: { dev: 'vdb', bus: 'virtio' } },
    { create: '2G', source: { file: '/srv/{{.VmName}}.qcow2' }, target: { dev: 'vdc', bus: 'virtio' } },
  )
  expect(newDisks).toEqual([
    { file: '/var/vms/vm/disk.qcow2', format: 'qcow2', size: '40G' },
    { file: '/var/vms/vm/vdb.raw', format: 'raw', size: '1G' },
    { file: '/srv/vm.qcow2', format: 'qcow2', size: '2G' },
  ])
  expect(domain.devices?.disks?.map(({ source, driver }) => [source?.file, driver?.type])).toEqual(
    newDisks.map(({ file, format }) => [file, format]),
  )
  expect(JSON.stringify(domain)).not.toContain('create')
  expect(notes.map(({ what }) => what)).toContain('a file of its own')
})

test('what is no file is not made', () => {
  expect(
    resolved(
      { create: '1G', type: 'block', source: { dev: '/dev/sdx' }, target: { dev: 'vdb', bus: 'virtio' } },
      { create: '1G', device: 'cdrom', source: { file: '/a.iso' }, target: { dev: 'sdb', bus: 'sata' } },
    ).newDisks,
  ).toEqual([])
})

test('YAML keeps it', () => {
  const spec = withDisks({ create: '40G', target: { dev: 'vdb', bus: 'virtio' } })
  expect(readSpecs(writeSpec({ name: 'vm', spec })).designs[0]?.spec.libvirt?.devices?.disks).toEqual(
    spec.libvirt?.devices?.disks,
  )
})
