import { expect, test } from 'vitest'
import { formatPath } from '../finding.ts'
import type { VmSpec } from '../spec/index.ts'
import { readTable } from './read-table.ts'
import { setLimits } from './set.ts'
import { designOfRow, namesOfSet, vmsOfSet } from './vms-of-set.ts'

const plain: VmSpec = { ram: '2G', cpu: 2, disk_size: '20G', ssh: { port: 2222 } }

function setOf(text: string, spec: VmSpec = plain) {
  const { table, findings } = readTable(text)
  expect(findings).toEqual([])
  return { design: { name: 'web', spec }, table }
}

/** `row column code at path`, counted as a person does. */
function said(text: string, spec?: VmSpec): string[] {
  const { findings } = vmsOfSet(setOf(text, spec))
  return findings.map(({ row, column, code, path }) =>
    `${row ?? '-'} ${column ?? '-'} ${code} ${formatPath(path)}`.trim(),
  )
}

const messageOf = (text: string, spec?: VmSpec) => vmsOfSet(setOf(text, spec)).findings[0]?.message

test('each row is the design with its own values, and an empty cell leaves the design as it is', () => {
  const set = setOf('name,mac,host port,ram\na,52:54:00:00:00:01,2301,4G\nb,,2302,\n')
  const { vms, findings } = vmsOfSet(set)
  expect(findings).toEqual([])
  expect(vms.map(({ design }) => design)).toEqual([
    {
      name: 'a',
      spec: { ...plain, ram: '4G', ssh: { port: 2301 }, network: { mac: '52:54:00:00:00:01' } },
    },
    { name: 'b', spec: { ...plain, ssh: { port: 2302 } } },
  ])
})

test('a design of interfaces of its own has the MAC address there', () => {
  const spec: VmSpec = { libvirt: { devices: { interfaces: [{ type: 'user' }] } } }
  expect(designOfRow(setOf('name\tmac\na\t52:54:00:00:00:01\n', spec), 0)?.spec).toEqual({
    libvirt: { devices: { interfaces: [{ type: 'user', mac: { address: '52:54:00:00:00:01' } }] } },
  })
})

test('a port of the host that is said is not looked for', () => {
  const spec: VmSpec = { ssh: { port: 2222, port_auto: true } }
  expect(designOfRow(setOf('name,port\na,2301\n', spec), 0)?.spec.ssh).toEqual({ port: 2301 })
})

test('an address takes the place of the one that the design has, with its length', () => {
  const ethernets = { lan: { addresses: ['10.0.0.2/24', 'fd00::2/64'], gateway4: '10.0.0.1' } }
  const spec: VmSpec = { cloud_init: { network: { ethernets } } }
  expect(designOfRow(setOf('name,ip\na,10.0.0.9\n', spec), 0)?.spec.cloud_init?.network?.ethernets).toEqual({
    lan: { addresses: ['10.0.0.9/24', 'fd00::2/64'], gateway4: '10.0.0.1' },
  })
  expect(designOfRow(setOf('name,ip\na,10.0.0.9/16\n'), 0)?.spec.cloud_init).toEqual({
    network: { ethernets: { first: { match: { name: 'e*' }, addresses: ['10.0.0.9/16'] } } },
  })
  expect(said('name,ip\na,10.0.0.9\n')).toEqual(['0 1 set.cell'])
})

test('a CPU set moves the pins of a design that pins one to one', () => {
  const vcpupin = [
    { vcpu: 0, cpuset: '0' },
    { vcpu: 1, cpuset: '1' },
  ]
  const spec: VmSpec = { cpu: 2, libvirt: { cputune: { vcpupin } } }
  expect(designOfRow(setOf('name;cpuset\na;4,6\n', spec), 0)?.spec.libvirt).toEqual({
    vcpu: { cpuset: '4,6' },
    cputune: {
      vcpupin: [
        { vcpu: 0, cpuset: '4' },
        { vcpu: 1, cpuset: '6' },
      ],
    },
  })
  expect(messageOf('name;cpuset\na;4\n', spec)).toBe('The design pins 2 vCPUs one to one, and 4 has 1 CPUs.')
})

test('devices of the host stand in place of those of the design', () => {
  const source = { vendor: '0x046d', product: '0xc52b' }
  const spec: VmSpec = { libvirt: { devices: { hostdevs: [{ type: 'usb', source }] } } }
  const set = setOf('name\thost devices\na\t01:00.0 046d:C52B\nb\t-\nc\t\n', spec)
  const devices = [0, 1, 2].map((row) => designOfRow(set, row)?.spec.libvirt?.devices?.hostdevs)
  expect(devices).toEqual([
    [
      {
        mode: 'subsystem',
        type: 'pci',
        managed: 'yes',
        source: { domain: '0x0000', bus: '0x01', slot: '0x00', function: '0x0' },
      },
      { mode: 'subsystem', type: 'usb', managed: 'yes', source },
    ],
    undefined,
    [{ type: 'usb', source }],
  ])
  expect(said('name,devices\na,my card\n')).toEqual(['0 1 set.cell'])
})

test('any field is said by its path: a text, a list, or a map as JSON', () => {
  const text = [
    'name\tnetwork.port_forwards\tlibvirt.devices.interfaces[0].mac\tlibvirt.devices.watchdogs\tcpus',
    `a\t"8080:80\n8443:443"\t"{""address"": ""52:54:00:00:00:01""}"\t\t4`,
    `b\t"[""8081:80""]"\t\t\t`,
  ].join('\n')
  const { vms, findings } = vmsOfSet(setOf(text))
  expect(findings.map(({ code, column }) => [code, column])).toEqual([['set.column-unknown', 3]])
  expect(vms.map(({ design }) => design.spec)).toEqual([
    {
      ...plain,
      cpu: 4,
      network: { port_forwards: ['8080:80', '8443:443'] },
      libvirt: { devices: { interfaces: [{ mac: { address: '52:54:00:00:00:01' } }] } },
    },
    { ...plain, network: { port_forwards: ['8081:80'] } },
  ])
})

test('what a field does not take is said at its row and column, and the design stays as it is', () => {
  const text = 'name,host port,ram\na,70000,4G\nb,2301,lots\n,2302,\n'
  expect(said(text)).toEqual(['0 1 spec.too-large ssh.port', '1 2 spec.pattern ram', '2 0 spec.name'])
  const { vms } = vmsOfSet(setOf(text))
  expect(vms.map(({ design }) => [design.name, design.spec.ssh?.port, design.spec.ram])).toEqual([
    ['a', 2222, '4G'],
    ['b', 2301, '2G'],
  ])
})

test('what is wrong with the design itself is not said of each row', () => {
  const spec: VmSpec = { ...plain, libvirt: { devices: { tpm: [{}] } } }
  expect(said('name\na\nb\n', spec)).toEqual([])
})

test('a heading that names no field suggests the nearest', () => {
  expect(messageOf('name,adress\na,1\n')).toContain('Did you mean `address`?')
  expect(messageOf('name,ssh.prot\na,1\n')).toContain('Did you mean `ssh.port`?')
  expect(messageOf('name,port_forward\na,1\n')).toContain('Did you mean `network.port_forwards`?')
  expect(messageOf('name,constructor\na,1\n')).not.toContain('Did you mean')
  expect(said('name,,mac,MAC address\na,b,,\n')).toEqual(['- 1 set.column-unknown', '- 3 set.column-twice'])
  expect(said('mac\n52:54:00:00:00:01\n')).toEqual(['- - set.no-name'])
})

test('a cell that counts makes a row for each number', () => {
  const set = setOf(
    'name,mac,ip,port\nweb-{08..12},52:54:00:00:00:{08..0c},10.0.0.{8..12}/24,{2208..}\ndb,,,\n',
  )
  const { vms, findings } = vmsOfSet(set)
  expect(findings).toEqual([])
  expect(
    vms.map(({ row, design }) => [row, design.name, design.spec.network?.mac, design.spec.ssh?.port]),
  ).toEqual([
    [0, 'web-08', '52:54:00:00:00:08', 2208],
    [0, 'web-09', '52:54:00:00:00:09', 2209],
    [0, 'web-10', '52:54:00:00:00:0a', 2210],
    [0, 'web-11', '52:54:00:00:00:0b', 2211],
    [0, 'web-12', '52:54:00:00:00:0c', 2212],
    [1, 'db', undefined, 2222],
  ])
  const hexadecimal = setOf('name,mac\nn{1..16},52:54:00:00:00:{01..10}\n')
  expect(vmsOfSet(hexadecimal).vms.at(-1)?.design.spec.network?.mac).toBe('52:54:00:00:00:10')
})

test('counters that do not fit together are said', () => {
  expect(said('name,port\na{1..3},{2201..2202}\n')).toEqual(['0 1 set.counter'])
  expect(said('name\na{3..1}\n')).toEqual(['0 0 set.counter'])
  expect(said('name\na{1..3}-{1..2}\n')).toEqual(['0 0 set.counter'])
  expect(said('name\na{1..99999999}\n')).toEqual(['0 0 set.counter'])
  expect(said('name\na{1..999}\nb{1..999}\n')).toEqual(['1 - set.too-large'])
})

test('a place of the design leads to the column that said it', () => {
  const { vms } = vmsOfSet(setOf('name,mac,host port\na,52:54:00:00:00:01,2301\n'))
  expect(vms[0]?.columnOf(['ssh', 'port'])).toBe(2)
  expect(vms[0]?.columnOf(['network'])).toBe(1)
  expect(vms[0]?.columnOf(['ram'])).toBe(undefined)
})

test.each([
  ['commas, with quotation marks and blanks', '\uFEFFname , note\r\n"a, ""b""\nc" , d\r\n\r\ne,f', ','],
  ['semicolons', 'name;note\n"a, ""b""\nc";d\n;\ne;f\n', ';'],
  ['tabs', 'name\tnote\r"a, ""b""\nc"\td\re\tf', '\t'],
])('a table of %s', (_, text) => {
  expect(readTable(text).table).toEqual({
    columns: ['name', 'note'],
    rows: [
      ['a, "b"\nc', 'd'],
      ['e', 'f'],
    ],
  })
})

test('each cell knows its place in the text', () => {
  const { positionOf } = readTable('name;note\n"a\nb"; d\ne;f\n')
  expect(positionOf(undefined, 1)).toEqual({ line: 1, column: 6 })
  expect(positionOf(0, 1)).toEqual({ line: 3, column: 5 })
  expect(positionOf(1, undefined)).toEqual({ line: 4, column: 1 })
  expect(positionOf(7, 0)).toBe(undefined)
})

test('a table is bounded, and what is too much is said', () => {
  const codes = (text: string) => readTable(text).findings.map(({ code, row, column }) => [code, row, column])
  expect(codes('')).toEqual([['set.empty', undefined, undefined]])
  expect(codes('name\na\n"b')).toEqual([['set.quote', undefined, undefined]])
  expect(codes('name\na,b\n')).toEqual([['set.beyond-heading', 0, 1]])
  expect(codes(`name\n${'a\n'.repeat(setLimits.rows + 1)}`)).toEqual([
    ['set.too-large', undefined, undefined],
  ])
  expect(codes(`name${',x'.repeat(setLimits.columns)}\n`)).toEqual([['set.too-large', undefined, undefined]])
  expect(codes(`name\n${'a'.repeat(setLimits.cell + 1)}`)).toEqual([['set.too-large', undefined, undefined]])
  expect(codes(`name\n${'a'.repeat(setLimits.text)}`)).toEqual([['set.too-large', undefined, undefined]])
})

test('the names are those of the VMs, in their order', () => {
  const table = {
    columns: ['memory', 'name'],
    rows: [
      ['2G', 'web-{08..11}'],
      ['', ''],
      ['4G', 'db'],
    ],
  }
  expect(namesOfSet(table)).toEqual(['web-08', 'web-09', 'web-10', 'web-11', 'db'])
  expect(namesOfSet({ columns: ['memory'], rows: [['2G']] })).toEqual([])
})
