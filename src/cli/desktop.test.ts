/** VMs of desktop hypervisors, as inputs of the command. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { main } from './main.ts'
import { memoryIo } from './memory-io.ts'

const targets = path.join(import.meta.dirname, '../core/targets')

const inputs = [
  ['vmx', 'ubuntu-esxi.vmx', 'web-01', 'vmx.convert'],
  ['vbox', 'debian.vbox', 'debian', 'vbox.path'],
  ['ovf', 'appliance-vmware.ovf', 'appliance', 'ovf.convert'],
  ['quickemu', 'debian.conf', 'debian', 'quickemu.path'],
] as const

function io(format: string, file: string) {
  return memoryIo({ [file]: readFileSync(path.join(targets, format, 'fixtures', file), 'utf8') })
}

test.each(inputs)(
  '%s is told by its look, and is the same when it is said',
  async (format, file, name, code) => {
    const guessed = io(format, file)
    expect(await main(['convert', file, '--to', 'yaml'], guessed)).toBe(0)
    expect(guessed.printed.out).toContain(`  ${name}:\n`)
    expect(guessed.printed.err).toMatch(new RegExp(`^${file}:\\d+:\\d+: ${code}: `, 'm'))
    const said = io(format, file)
    expect(await main(['convert', file, '--from', format, '--to', 'yaml'], said)).toBe(0)
    expect(said.printed.out).toBe(guessed.printed.out)
  },
)

test.each(inputs)('%s becomes XML of libvirt', async (format, file, name) => {
  const there = io(format, file)
  expect(await main(['convert', file, '--to', 'xml', '--no-spec'], there)).toBe(0)
  expect(there.printed.out).toContain(`<name>${name}</name>`)
})

test('nothing is written in a format that is read only', async () => {
  const there = memoryIo({})
  expect(await main(['convert', 'vm.yml', '--to', 'vmx'], there)).toBe(2)
  expect(there.printed.err).toContain('--to knows no "vmx".')
  const checked = memoryIo({})
  expect(await main(['check', 'vm.yml', '--target', 'vbox'], checked)).toBe(2)
})

test('a text that is another one says so', async () => {
  const there = memoryIo({ 'a.vmx': 'vms: {}\n' })
  expect(await main(['convert', 'a.vmx', '--from', 'vmx', '--to', 'xml'], there)).toBe(1)
  expect(there.printed.err).toContain('vmx.nothing: There is no VM here')
})
