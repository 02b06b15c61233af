import { expect, test } from 'vitest'
import type { HostFacts } from '../host/index.ts'
import type { VmSpec } from '../spec/index.ts'
import { checkSet } from './check-set.ts'
import { findingsOfEach } from './findings-of-each.ts'
import { readTable } from './read-table.ts'
import { vmsOfSet } from './vms-of-set.ts'

const bridged: VmSpec = { ram: '2G', network: { mode: 'bridge', bridge: 'br0' } }
const plain: VmSpec = { ram: '2G', ssh: { port: 0 } }

function vmsOf(text: string, spec: VmSpec = plain) {
  const { vms, findings } = vmsOfSet({ design: { name: 'web', spec }, table: readTable(text).table })
  expect(findings).toEqual([])
  return vms
}

/** `row column code severity`, row and column from 0. */
function said(text: string, spec?: VmSpec, host?: HostFacts): string[] {
  return checkSet(vmsOf(text, spec), host).map(
    ({ row, column, code, severity }) => `${row ?? '-'} ${column ?? '-'} ${code} ${severity}`,
  )
}

const disks = 'libvirt.devices.disks'
const disk = (file: string, more = '') =>
  `"[{""type"":""file"",""source"":{""file"":""${file}""},""target"":{""dev"":""vdb""}${more}}]"`
const readonly = ',""readonly"":true'
const pinned: VmSpec = {
  ...plain,
  cpu: 2,
  libvirt: {
    cputune: {
      vcpupin: [
        { vcpu: 0, cpuset: '0' },
        { vcpu: 1, cpuset: '1' },
      ],
    },
  },
}

test.each<[what: string, clashing: string, beside: string, finding: string, spec?: VmSpec]>([
  ['a name', 'name\na\nb\na\n', 'name\na\nb\nA\n', '2 0 set.name-twice error'],
  ['a name of a folder', 'name\na\\b\na_b\n', 'name\na\\b\na-b\n', '1 0 set.name-twice error'],
  [
    'a MAC address',
    'name,mac\na,52:54:00:00:00:0a\nb,52:54:00:00:00:0A\n',
    'name,mac\na,52:54:00:00:00:0a\nb,52:54:00:00:00:0b\n',
    '1 1 set.mac-twice error',
  ],
  [
    'a UUID',
    'name,uuid\na,9f1d1c7e-6f0f-4d7a-8f9b-0c4b7c1a2d3e\nb,9f1d1c7e6f0f4d7a8f9b0c4b7c1a2d3e\n',
    'name,uuid\na,9f1d1c7e-6f0f-4d7a-8f9b-0c4b7c1a2d3e\nb,\n',
    '1 1 set.uuid-twice error',
  ],
  ['a host port', 'name,port\na,2222\nb,2222\n', 'name,port\na,2222\nb,2223\n', '1 1 set.port-twice error'],
  [
    'a host port for SSH and for a forward',
    'name,port,network.port_forwards\na,,8080:80\nb,8080,\n',
    'name,port,network.port_forwards\na,,8080:80\nb,8081,\n',
    '1 1 set.port-twice error',
  ],
  [
    'a static address on a bridge',
    'name,ip\na,10.0.0.1/24\nb,10.0.0.1/16\n',
    'name,ip\na,10.0.0.1/24\nb,10.0.0.2/24\n',
    '1 1 set.address-twice error',
    bridged,
  ],
  [
    'a PCI function',
    'name,host devices\na,01:00.0\nb,02:00.0 01:00.0\n',
    'name,host devices\na,01:00.0\nb,02:00.0 01:00.1\n',
    '1 1 set.device-twice error',
  ],
  [
    'a disk that both write to',
    `name,${disks}\na,${disk('/a')}\nb,${disk('/a')}\n`,
    `name,${disks}\na,${disk('/a')}\nb,${disk('/a', readonly)}\n`,
    '1 1 set.disk-twice error',
  ],
  [
    'a CPU of the host that is pinned one to one',
    'name,cpuset\na,"2,3"\nb,"3,4"\n',
    'name,cpuset\na,"2,3"\nb,"4,5"\n',
    '1 1 set.pin-shared warning',
    pinned,
  ],
])('two VMs can’t have %s', (_, clashing, beside, finding, spec) => {
  expect(said(clashing, spec)).toEqual([finding])
  expect(said(beside, spec)).toEqual([])
})

test('what the design itself has is said of each further row', () => {
  const text = 'name\na\nb\nc\n'
  expect(said(text, { ssh: { port: 2222 } })).toEqual([
    '1 - set.port-twice error',
    '2 - set.port-twice error',
  ])
  expect(checkSet(vmsOf(text, { ssh: { port: 2222 } }), undefined)[0]?.message).toBe(
    '`b` wants port 2222 of the host for SSH, and so does `a` for SSH. Give each VM ports of its own.',
  )
})

test('a range of ports overlaps another, on one address of the host', () => {
  const interfacesOf = (address: string, start: number, end: number) =>
    `"[{""type"":""user"",""backend"":{""type"":""passt""},""port_forwards"":[{""proto"":""tcp"",""address"":""${address}"",""ranges"":[{""start"":${start},""end"":${end}}]}]}]"`
  const both = (one: string, other: string) => `name,libvirt.devices.interfaces\na,${one}\nb,${other}\n`
  const first = interfacesOf('127.0.0.1', 8000, 8010)
  expect(said(both(first, interfacesOf('0.0.0.0', 8010, 8020)))).toEqual(['1 1 set.port-twice error'])
  expect(said(both(first, interfacesOf('127.0.0.1', 8011, 8020)))).toEqual([])
  expect(said(both(first, interfacesOf('127.0.0.2', 8010, 8020)))).toEqual([])
})

test('a port of a screen is one as well', () => {
  const spec: VmSpec = { ...plain, libvirt: { devices: { graphics: [{ type: 'vnc', port: 5901 }] } } }
  expect(said('name,libvirt.devices.graphics[0].port\na,\nb,5902\n', spec)).toEqual([])
  expect(said('name\na\nb\n', spec)).toEqual(['1 - set.port-twice error'])
})

test('guests behind a user network may have the same address', () => {
  expect(said('name,ip\na,10.0.0.1/24\nb,10.0.0.1/24\n')).toEqual([])
})

test('CPUs that float are shared without a word', () => {
  expect(said('name,cpuset\na,0-3\nb,0-3\n')).toEqual([])
})

test('more memory than the host has, and more huge pages, are warnings about all', () => {
  const host: HostFacts = {
    numa: [{ node: 0, memory_kib: 6 * 1024 * 1024, huge_pages: [{ size_kib: 2048, total: 2048 }] }],
  }
  expect(said('name\na{1..3}\n', plain, host)).toEqual([])
  expect(said('name\na{1..4}\n', plain, host)).toEqual(['- - set.memory warning'])
  const huge: VmSpec = { ...plain, libvirt: { memory_backing: { hugepages: {} } } }
  expect(said('name\na{1..2}\n', huge, host)).toEqual([])
  expect(said('name\na{1..3}\n', huge, host)).toEqual(['- - set.hugepages warning'])
})

test('findings about each VM: of all alike once, of one at its cell', () => {
  const vms = vmsOf('name,ram\na,1G\nb,2G\n')
  const ofAll = { code: 'spec.shape', severity: 'advice', path: ['cpu'], message: 'Of all.' } as const
  const ofOne = {
    code: 'memory.small',
    severity: 'warning',
    path: ['ram'],
    message: 'Little for a.',
  } as const
  const found = findingsOfEach(vms, [[ofAll, ofOne], [ofAll]])
  expect(found).toEqual([
    { code: 'spec.shape', severity: 'advice', path: ['cpu'], message: 'Of all.' },
    {
      code: 'memory.small',
      severity: 'warning',
      path: ['ram'],
      message: '`a`: Little for a.',
      row: 0,
      column: 1,
    },
  ])
})

test('a clash says where both stand', () => {
  const places = (text: string, spec?: VmSpec) =>
    checkSet(vmsOf(text, spec), undefined).map(({ row, column, other }) => [row, column, other])
  expect(places('name,mac\na,52:54:00:00:00:0a\nb,\nc,52:54:00:00:00:0a\n')).toEqual([
    [2, 1, { row: 0, column: 1 }],
  ])
  expect(places('name,port\na,2222\nb,2222\n')).toEqual([[1, 1, { row: 0, column: 1 }]])
  expect(places('name\na\nb\na\n')).toEqual([[2, 0, { row: 0, column: 0 }]])
})
