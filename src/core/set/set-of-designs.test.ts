import { expect, test } from 'vitest'
import { readSpecs, type VmSpec, writeSpecs } from '../spec/index.ts'
import { readTable } from './read-table.ts'
import { setOfDesigns } from './set-of-designs.ts'
import { vmsOfSet } from './vms-of-set.ts'

const spec: VmSpec = {
  ram: '2G',
  cpu: 2,
  ssh: { port: 2222 },
  libvirt: { devices: { hostdevs: [{ type: 'usb', source: { vendor: '0x046d', product: '0xc52b' } }] } },
}

const designsOf = (text: string) =>
  vmsOfSet({ design: { name: 'web', spec }, table: readTable(text).table }).vms.map(({ design }) => design)

test('a set is kept as its VMs, and comes back from them as a table', () => {
  const designs = designsOf(
    [
      'name\tmac\thost port\tip\thost devices\tnetwork.port_forwards\tcpuset\tmemory',
      'web-1\t52:54:00:00:00:01\t2301\t10.0.0.1/24\t01:00.0\t8081:80\t0-3\t',
      'web-2\t52:54:00:00:00:02\t2302\t10.0.0.2/24\t01:00.1 02:00.0\t"8082:80\n8443:443"\t\t4G',
      'web-3\t52:54:00:00:00:03\t2303\t10.0.0.3/24\t-\t\t4-7\t',
    ].join('\n'),
  )
  const text = writeSpecs(designs)
  const read = readSpecs(text)
  expect(read.findings).toEqual([])
  expect(read.designs).toEqual(designs)
  const set = setOfDesigns(read.designs, 'web')
  expect(set?.table).toEqual({
    columns: [
      'name',
      'memory',
      'network.mac',
      'network.port_forwards',
      'host port',
      'cloud_init.network.ethernets',
      'libvirt.vcpu.cpuset',
      'libvirt.devices.hostdevs',
    ],
    rows: [
      ['web-1', '2G', '52:54:00:00:00:01', '["8081:80"]', '2301', ethernets(1), '0-3', `[${pci('01', '0')}]`],
      [
        'web-2',
        '4G',
        '52:54:00:00:00:02',
        '["8082:80","8443:443"]',
        '2302',
        ethernets(2),
        '',
        `[${pci('01', '1')},${pci('02', '0')}]`,
      ],
      ['web-3', '2G', '52:54:00:00:00:03', '', '2303', ethernets(3), '4-7', ''],
    ],
  })
  expect(vmsOfSet(set ?? fail).vms.map(({ design }) => design)).toEqual(designs)
})

const fail = { design: { name: '', spec: {} }, table: { columns: [], rows: [] } }
const ethernets = (last: number) => `{"first":{"match":{"name":"e*"},"addresses":["10.0.0.${last}/24"]}}`
const pci = (bus: string, fn: string) =>
  `{"mode":"subsystem","type":"pci","managed":"yes","source":{"domain":"0x0000","bus":"0x${bus}","slot":"0x00","function":"0x${fn}"}}`

const designs = (...specs: readonly VmSpec[]) =>
  specs.map((one, index) => ({ name: `vm-${index}`, spec: one }))

test('of one VM, and of those that a table can’t say, there is no set', () => {
  expect(setOfDesigns(designs(spec), 'web')).toBe(undefined)
  expect(setOfDesigns(designs({ guest: ' a' }, { guest: 'b' }), 'web')).toBe(undefined)
  expect(setOfDesigns(designs({ guest: 'a{1..2}' }, { guest: 'b' }), 'web')).toBe(undefined)
})

test('a text that a cell would change is said with the map around it', () => {
  const tableOf = (title: string) =>
    setOfDesigns(designs({ libvirt: { title } }, { libvirt: { title: 'b' } }), 'web')?.table
  expect(tableOf('a')).toEqual({
    columns: ['name', 'libvirt.title'],
    rows: [
      ['vm-0', 'a'],
      ['vm-1', 'b'],
    ],
  })
  expect(tableOf(' a')).toEqual({
    columns: ['name', 'libvirt'],
    rows: [
      ['vm-0', '{"title":" a"}'],
      ['vm-1', '{"title":"b"}'],
    ],
  })
})

test('VMs that differ in their names alone are a set of that column', () => {
  expect(setOfDesigns(designs(spec, spec), 'web')).toEqual({
    design: { name: 'web', spec },
    table: { columns: ['name'], rows: [['vm-0'], ['vm-1']] },
  })
})
