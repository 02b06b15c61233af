import { expect, test } from 'vitest'
import { main } from './main.ts'
import { type MemoryIo, memoryIo } from './memory-io.ts'

const web = `vms:
  web:
    source: {kind: cloud_image, url: "https://images.example/fedora.qcow2"}
    disk_size: 10G
    ram: 2G
    cloud_init: {hostname: web}
    snapshot: [{name: clean}]
`

async function run(io: MemoryIo, ...argv: readonly string[]) {
  const status = await main(argv, io)
  return { status, out: io.printed.out, err: io.printed.err }
}

test('a design becomes a folder for Terraform', async () => {
  const io = memoryIo({ 'web.yml': web })
  const { status, err } = await run(io, 'convert', 'web.yml', '--to', 'terraform', '--out', 'tf')
  expect(status).toBe(0)
  expect(err).toContain('terraform.cannot-say: The provider takes no snapshots.')
  expect([...io.files.keys()].slice(1)).toEqual(['tf/web/main.tf', 'tf/web/seed.iso'])
  expect(io.files.get('tf/web/main.tf')).toContain('resource "libvirt_domain" "web" {')
})

test('without a folder the main file is printed, and what stands beside it is named', async () => {
  const { status, out, err } = await run(
    memoryIo({ 'web.yml': web }),
    'convert',
    'web.yml',
    '--to',
    'terraform',
  )
  expect(status).toBe(0)
  expect(out).toMatch(/^# web, for OpenTofu and Terraform/)
  expect(err).toContain('output.more-files: Only the first file is printed. Beside it there is seed.iso')
})

test('an option of the format is chosen by its word', async () => {
  const io = memoryIo({ 'web.yml': web })
  const argv = ['convert', 'web.yml', '--to', 'terraform', '--option', 'seed=provider']
  expect((await run(io, ...argv)).out).toContain('resource "libvirt_cloudinit_disk" "seed"')
})

test.each([
  ['seed=provder', '--option seed knows no "provder". Did you mean provider?'],
  ['sed=own', '--option of terraform knows no "sed". Did you mean seed?'],
])('--option %s is wrong usage', async (said, message) => {
  const { status, err } = await run(memoryIo(), 'convert', 'web.yml', '--to', 'terraform', '--option', said)
  expect(status).toBe(2)
  expect(err).toContain(message)
})

test('an option is for a format that has one', async () => {
  const { err } = await run(memoryIo(), 'convert', 'web.yml', '--to', 'xml', '--option', 'seed=own')
  expect(err).toContain('--option is for a format that leaves something to choose, not xml.')
})

test('check says what a format can’t say when it is asked', async () => {
  const io = memoryIo({ 'web.yml': web })
  expect((await run(io, 'check', 'web.yml', '--target', 'terraform')).out).toContain('terraform.cannot-say')
  const others = memoryIo({ 'web.yml': web })
  expect((await run(others, 'check', 'web.yml')).out).not.toContain('terraform.')
})

const virtInstall = `#!/bin/sh
virt-install --connect qemu:///system --name web --memory 3072 --vcpus 4 --import \\
  --disk /srv/web.qcow2 --graphics vnc --qemu-commandline='-device qemu-xhci' --boot emulator=/usr/bin/qemu-system-x86_64
`

test.each([[['--from', 'virt-install']], [[]]])('a command of virt-install is read with %j', async (from) => {
  const io = memoryIo({ 'web.sh': virtInstall })
  const { status, out, err } = await run(io, 'convert', 'web.sh', ...from, '--to', 'yaml')
  expect({ status, err }).toEqual({ status: 0, err: '' })
  expect(out).toContain('  web:\n')
  expect(out).toContain('ram: 3G')
  expect(out).toContain('qemu-xhci')
})

test('a command line of QEMU is read as one, whatever is said of virt-install beside it', async () => {
  const io = memoryIo({ 'vm.sh': '# was: virt-install --name web\nqemu-system-x86_64 -name a -m 3072\n' })
  const { out } = await run(io, 'convert', 'vm.sh', '--to', 'yaml')
  expect(out).toContain('  a:\n')
  expect(out).toContain('ram: 3G')
})

test('what a design says goes through a command of virt-install and back', async () => {
  const design =
    'ram: 3G\ncpu: 4\nautostart: true\nnetwork: {mode: bridge, bridge: br0}\nlibvirt: {devices: {graphics: [{type: vnc}]}}\n'
  const io = memoryIo({ 'web.yml': design })
  await run(io, 'convert', 'web.yml', '--to', 'virt-install', '--out', 'to/')
  const { out, err } = await run(io, 'convert', 'to/web/virt-install.sh', '--to', 'yaml')
  expect(err).toBe('')
  expect(out).toContain('ram: 3G')
  expect(out).toContain('autostart: true')
  expect(out).toContain('br0')
})
