import { describe, expect, test } from 'vitest'
import { main } from './main.ts'
import { type MemoryIo, memoryIo } from './memory-io.ts'

const design = `vms:
  web:
    ram: 2G
    libvirt:
      devices:
        disks: [{source: {file: /srv/web.qcow2}, driver: {type: qcow2}, target: {dev: vda, bus: virtio}}]
  other: {ram: 1G}
`
const message =
  "error: Failed to start domain 'web'\nerror: Cannot access storage file '/srv/web.qcow2': No such file or directory\n"

async function run(io: MemoryIo, ...argv: readonly string[]) {
  const status = await main(argv, io)
  return { status, ...io.printed }
}

describe('why', () => {
  test('says cause, words and command of a message on standard input', async () => {
    const { status, out } = await run(memoryIo({ '-': message }), 'why')
    expect(
      out,
    ).toBe(`why.file-missing: There is no file /srv/web.qcow2 on the host, or the one who runs QEMU can’t see it. Make it, or correct the path.
  said: Cannot access storage file '/srv/web.qcow2': No such file or directory
  on the host: ls -l /srv/web.qcow2
`)
    expect(status).toBe(0)
  })

  test('says where the design has it', async () => {
    const io = memoryIo({ 'vm.yml': design, 'said.txt': message })
    const { status, out } = await run(io, 'why', 'vm.yml', '--message', 'said.txt', '--vm', 'web')
    expect(out).toContain('  where: libvirt.devices.disks[0].source.file\n')
    expect(status).toBe(0)
  })

  test('of several VMs one has to be named', async () => {
    const { status, err } = await run(memoryIo({ 'vm.yml': design, '-': message }), 'why', 'vm.yml')
    expect(err).toContain('There are several VMs in vm.yml: "web", "other". Say one with --vm NAME.')
    expect(status).toBe(1)
  })

  test('a message that is not known is said, and the status is 1', async () => {
    const io = memoryIo({ '-': 'error: internal error: the flux capacitor is \u001b[31mempty\n' })
    const { status, out } = await run(io, 'why')
    expect(out).toBe('Not known:\n  the flux capacitor is empty\n')
    expect(status).toBe(1)
  })

  test('a translation is asked for in English', async () => {
    const { out } = await run(memoryIo({ '-': 'Fehler: Domäne läuft bereits\n' }), 'why')
    expect(out).toContain('LC_ALL=C')
  })

  test('answers as JSON', async () => {
    const { out } = await run(memoryIo({ '-': message }), 'why', '--json')
    expect(JSON.parse(out)).toMatchObject({
      answers: [{ code: 'why.file-missing', places: [] }],
      unknown: [],
    })
  })

  test.each([
    [['why', '-'], 'Standard input can be read once only: say --message FILE.'],
    [['why', 'a.yml', 'b.yml'], 'why takes one DESIGN'],
    [['why', '--mesage', 'a'], 'There is no option --mesage. Did you mean --message?'],
    [['why', 'a.yml', '--from', 'toml'], '--from knows no "toml".'],
  ])('%j is wrong usage', async (argv, words) => {
    const { status, err } = await run(memoryIo({ '-': message }), ...argv)
    expect(err).toContain(words)
    expect(status).toBe(2)
  })

  test('a message that can’t be read is an error', async () => {
    const { status, err } = await run(memoryIo(), 'why', '--message', 'said.txt')
    expect(err).toBe('vmwright: said.txt cannot be read: there is no such file\n')
    expect(status).toBe(1)
  })
})
