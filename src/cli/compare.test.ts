import { describe, expect, test } from 'vitest'
import { main } from './main.ts'
import { type MemoryIo, memoryIo } from './memory-io.ts'

const design = `vms:
  web:
    ram: 2G
    cpu: 2
    libvirt:
      type: qemu
      devices:
        disks: [{source: {file: /srv/web.qcow2}, driver: {type: qcow2}, target: {dev: vda, bus: virtio}}]
`

async function run(io: MemoryIo, ...argv: readonly string[]) {
  const status = await main(argv, io)
  return { status, ...io.printed }
}

/** What the design is as XML, with an edit. */
async function xml(edit: (text: string) => string = (text) => text): Promise<string> {
  const io = memoryIo({ 'web.yml': design })
  const { out } = await run(io, 'convert', 'web.yml', '--to', 'xml')
  return edit(out)
}

describe('compare', () => {
  test('prints nothing when both are equal, and ends with 0', async () => {
    const io = memoryIo({ 'web.yml': design, '-': await xml() })
    expect(await run(io, 'compare', '-', 'web.yml')).toEqual({ status: 0, out: '', err: '' })
  })

  test('says what differs, when it is in force, and the commands, and ends with 1', async () => {
    const there = await xml((text) => text.replace("type='qcow2'", "type='qcow2' cache='none'"))
    const io = memoryIo({ 'web.yml': design, 'web.xml': there })
    const { status, out } = await run(io, 'compare', 'web.xml', 'web.yml')
    expect(out).toBe(`Disks
  disk vda: remove driver cache none (after a restart: a running VM keeps it as it started)

2 that mean nothing left aside; --json lists them.

# Disks: disk vda: remove driver cache none
virsh --connect qemu:///session update-device web /dev/stdin --config <<'XML'
<disk type='file' device='disk'>
  <driver name='qemu' type='qcow2'/>
  <source file='/srv/web.qcow2'/>
  <target dev='vda' bus='virtio'/>
</disk>
XML

# Nothing is printed when they are equal.
virsh --connect qemu:///session dumpxml web --inactive | vmwright compare - web.yml
`)
    expect(status).toBe(1)
  })

  test('prints the commands alone, for another connection', async () => {
    const there = await xml((text) => text.replace(/(<memory[^>]*>)\d+/, (_, tag: string) => `${tag}1`))
    const io = memoryIo({ 'web.yml': design, '-': there })
    const { out } = await run(io, 'compare', '-', 'web.yml', '--script', '--connect', 'qemu+ssh://a b/system')
    expect(out).toMatch(
      /^# .*\nvirsh --connect 'qemu\+ssh:\/\/a b\/system' setmaxmem web 2097152KiB --config\n/,
    )
  })

  test('gives all of it as JSON', async () => {
    const there = await xml((text) => text.replace('<vcpu', '<title>a</title><vcpu'))
    const io = memoryIo({ 'web.yml': design, '-': there })
    const { out } = await run(io, 'compare', '-', 'web.yml', '--json')
    expect(JSON.parse(out)).toMatchObject({
      differences: [{ part: 'Title', path: 'title', how: 'live', places: [{ path: 'title', before: 'a' }] }],
    })
  })

  test.each([
    ['a file that is not there', ['compare', 'none.xml', 'web.yml'], 'none.xml: input.unreadable'],
    ['XML of something else', ['compare', 'net.xml', 'web.yml'], 'domain.root'],
    ['several VMs', ['compare', 'two.yml', 'web.yml', '--vm', 'x'], 'There is no VM "x" here'],
    ['VMs of other names', ['compare', 'two.yml', 'web.yml'], 'Say one with --vm NAME'],
    ['one of the two', ['compare', 'web.yml'], 'compare needs A and B'],
  ])('ends with 2 for %s', async (_, argv, words) => {
    const io = memoryIo({
      'web.yml': design,
      'net.xml': '<network/>',
      'two.yml': 'vms: {a: {ram: 1G}, b: {ram: 1G}}',
    })
    const { status, err } = await run(io, ...argv)
    expect(err).toContain(words)
    expect(status).toBe(2)
  })

  test('takes the VM of the same name out of several', async () => {
    const io = memoryIo({ 'all.yml': `${design}  other: {ram: 1G}\n`, '-': await xml() })
    expect((await run(io, 'compare', '-', 'all.yml')).status).toBe(0)
  })
})
