import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readSpecs } from '../core/index.ts'
import { main } from './main.ts'
import { memoryIo } from './memory-io.ts'

const design = 'vms:\n  web:\n    ram: 1G\n    disk_size: 10G\n    ssh: {port: 2200}\n'
const table = 'name;host port;ram\nweb-{1..3};{2201..};\ndb;2301;4G\n'

async function run(files: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  const io = memoryIo({ 'web.yml': design, 'web.csv': table, ...files })
  const status = await main(argv, io)
  return { status, ...io.printed, files: [...io.files.keys()].slice(Object.keys(files).length + 2), io }
}

test('a set is a folder with what makes all of its VMs', async () => {
  const { status, err, files } = await run({}, 'bundle', 'web.yml', '--set', 'web.csv', '--out', 'out')
  expect({ status, err }).toEqual({ status: 0, err: '' })
  expect(files.filter((file) => file.endsWith('/create.sh'))).toEqual([
    'out/create.sh',
    'out/web-1/create.sh',
    'out/web-2/create.sh',
    'out/web-3/create.sh',
    'out/db/create.sh',
  ])
})

test('or one zip', async () => {
  const { io } = await run({}, 'bundle', 'web.yml', '--set', 'web.csv', '--out', 'web.zip')
  const bytes = Uint8Array.from(io.files.get('web.zip') ?? '', (sign) => sign.charCodeAt(0))
  expect(Object.keys(unzipSync(bytes))).toEqual(
    expect.arrayContaining(['web/create.sh', 'web/db/domain.xml']),
  )
})

test('what clashes between rows is said at its cell, and nothing is written', async () => {
  const clash = { 'web.csv': 'name,host port,ram\na,2201,1G\nb,2201,lots\nb,,\n' }
  const { status, err, files } = await run(clash, 'bundle', 'web.yml', '--set', 'web.csv', '--out', 'out')
  expect(status).toBe(1)
  expect(err).toContain('web.csv:3:3: set.port-twice: `b` wants port 2201 of the host for SSH')
  expect(err).toContain('web.csv:3:8: spec.pattern: ')
  expect(err).toContain('web.csv:4:1: set.name-twice: ')
  expect(files).toEqual([])
})

test('check says the same, and what is wrong with the design in its own file', async () => {
  const wrong = {
    'web.yml': `${design}    cloud_init: {timezone: Mars}\n    libvirt: {vcpu: {cpuset: '9-'}}\n`,
  }
  const { status, out } = await run(wrong, 'check', 'web.yml', '--set', 'web.csv')
  expect(status).toBe(1)
  expect(out.match(/^web\.yml:7:\d+: spec\.pattern: /gm)).toHaveLength(1)
  const json = await run({ 'web.csv': 'name,prot\na,1\n' }, 'check', 'web.yml', '--set', 'web.csv', '--json')
  expect(JSON.parse(json.out)).toContainEqual(
    expect.objectContaining({ file: 'web.csv', code: 'set.column-unknown', line: 1, column: 6 }),
  )
})

test('a set goes over to others as a whole', async () => {
  const terraform = await run(
    {},
    'convert',
    'web.yml',
    '--set',
    'web.csv',
    '--to',
    'terraform',
    '--out',
    'tf',
  )
  expect(terraform.status).toBe(0)
  expect(terraform.files).toEqual(['tf/web/main.tf'])
  expect(terraform.io.files.get('tf/web/main.tf')).toMatch(/for_each += local\.vms/)
  const proxmox = await run({}, 'convert', 'web.yml', '--set', 'web.csv', '--to', 'proxmox', '--out', 'pve')
  expect(proxmox.files).toEqual(expect.arrayContaining(['pve/web/create.sh', 'pve/web/db/create.sh']))
  const kubevirt = await run({}, 'convert', 'web.yml', '--set', 'web.csv', '--to', 'kubevirt')
  expect(kubevirt.out.match(/^kind: VirtualMachine$/gm)).toHaveLength(4)
  expect(kubevirt.err).toContain('output.more-files')
})

test('as vm.yml all VMs are in one file, as XML each has its own', async () => {
  const yaml = await run({}, 'convert', 'web.yml', '--set', 'web.csv', '--to', 'yaml')
  expect(yaml.status).toBe(0)
  expect(readSpecs(yaml.out).designs.map(({ name, spec }) => [name, spec.ssh?.port, spec.ram])).toEqual([
    ['web-1', 2201, '1G'],
    ['web-2', 2202, '1G'],
    ['web-3', 2203, '1G'],
    ['db', 2301, '4G'],
  ])
  const xml = await run({}, 'convert', 'web.yml', '--set', 'web.csv', '--to', 'xml', '--out', 'xml/')
  expect(xml.files).toEqual(['xml/web-web-1.xml', 'xml/web-web-2.xml', 'xml/web-web-3.xml', 'xml/web-db.xml'])
  const printed = await run({}, 'convert', 'web.yml', '--set', 'web.csv', '--to', 'xml')
  expect(printed.status).toBe(1)
  expect(printed.err).toContain('input.several-vms')
})

test('a link holds the table as well, and is all VMs again', async () => {
  const { status, out } = await run({}, 'convert', 'web.yml', '--set', 'web.csv', '--to', 'link')
  expect(status).toBe(0)
  const back = await run({ 'link.txt': out }, 'convert', 'link.txt', '--to', 'yaml', '--out', 'vms/')
  expect(back.files).toEqual([
    'vms/link-web-1.yml',
    'vms/link-web-2.yml',
    'vms/link-web-3.yml',
    'vms/link-db.yml',
  ])
})

test('what can’t be a set is said', async () => {
  const two = { 'web.yml': `${design}  db: {ram: 1G}\n` }
  expect((await run(two, 'check', 'web.yml', '--set', 'web.csv')).out).toContain('input.several-vms')
  expect((await run(two, 'check', 'web.yml', '--vm', 'web', '--set', 'web.csv')).out).not.toContain('several')
  expect((await run({}, 'check', 'web.yml', '--set', 'no.csv')).out).toContain('input.unreadable: no.csv')
  expect((await run({}, 'check', 'web.yml', 'web.yml', '--set', 'web.csv')).status).toBe(2)
  expect((await run({}, 'check', '-', '--set', '-')).status).toBe(2)
})
