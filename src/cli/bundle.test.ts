import { expect, test } from 'vitest'
import { main } from './main.ts'
import { memoryIo } from './memory-io.ts'

const web = 'vms:\n  web: {ram: 2G, disk_size: 10G}\n'

test('a bundle is written into a directory', async () => {
  const io = memoryIo({ 'web.yml': web })
  expect(await main(['bundle', 'web.yml', '--out', 'out'], io)).toBe(0)
  expect([...io.files.keys()]).toEqual(
    expect.arrayContaining(['out/create.sh', 'out/domain.xml', 'out/README.md', 'out/SHA256SUMS']),
  )
  expect(io.files.get('out/domain.xml')).toContain('<name>web</name>')
})

test('its domain holds the design, unless that is not wanted', async () => {
  const io = memoryIo({ 'web.yml': web })
  expect(await main(['bundle', 'web.yml', '--out', 'out'], io)).toBe(0)
  expect(await main(['bundle', 'web.yml', '--no-spec', '--out', 'bare'], io)).toBe(0)
  expect(io.files.get('out/domain.xml')).toMatch(/disk_size: 10G\n *ram: 2G\n *<\/vmwright:spec>/)
  expect(io.files.get('bare/domain.xml')).not.toContain('vmwright:spec')
})

test('a bundle is one zip file', async () => {
  const io = memoryIo({ 'web.yml': web })
  expect(await main(['bundle', 'web.yml', '--out', 'web.zip'], io)).toBe(0)
  expect([...io.files.keys()]).toEqual(['web.yml', 'web.zip'])
  expect(io.files.get('web.zip')).toContain('PK\u0003\u0004')
  expect(io.files.get('web.zip')).toContain('web/create.sh')
})

test('a file with several VMs needs a name, and errors keep the bundle from being written', async () => {
  const io = memoryIo({ 'two.yml': `${web}  db: {ram: 1G}\n`, 'wrong.yml': 'vms:\n  web: {ram: lots}\n' })
  expect(await main(['bundle', 'two.yml', '--out', 'out'], io)).toBe(1)
  expect(io.printed.err).toContain('two.yml: input.several-vms: ')
  expect(await main(['bundle', 'wrong.yml', '--out', 'out'], io)).toBe(1)
  expect(io.files.size).toBe(2)
  expect(await main(['bundle', 'two.yml', '--vm', 'db', '--out', 'out'], io)).toBe(0)
  expect(io.files.get('out/domain.xml')).toContain('<name>db</name>')
})

test('secrets in a bundle or a link are named on standard error, masked, and change no status', async () => {
  const text = `vms:
  web:
    disk_size: 10G
    cloud_init:
      runcmd:
        - curl -u me:hunter2 https://example.org
        - echo /home/me
`
  const io = memoryIo({ 'web.yml': text })
  expect(await main(['bundle', 'web.yml', '--out', 'out'], io)).toBe(0)
  const [named, ...others] = io.printed.err.split('\n').filter((line) => line.includes('share.sensitive'))
  expect(named).toMatch(/^web\.yml:6:\d+: share\.sensitive: login of curl, curl -u me:•••/)
  expect(others).toEqual([])
  expect(io.printed.err).not.toContain('hunter2')

  const other = memoryIo({ 'web.yml': text })
  expect(await main(['convert', 'web.yml', '--to', 'link'], other)).toBe(0)
  expect(other.printed.err).toContain('share.sensitive: login of curl')
  expect(other.printed.err).toContain('share.sensitive: path under a home, /home/me')
  expect(await main(['convert', 'web.yml', '--to', 'yaml'], memoryIo({ 'web.yml': text }))).toBe(0)
})

test('what the bundle leaves to the person is said with it, what only QEMU alone lacks is mentioned', async () => {
  const disk = '{source: {file: /srv/data.raw}, target: {dev: vdb, bus: virtio}}'
  const network = '{mode: bridge, bridge: br0}'
  const io = memoryIo({
    'web.yml': `vms:\n  web: {ram: 2G, disk_size: 10G, network: ${network}, libvirt: {devices: {disks: [${disk}]}}}\n`,
  })
  expect(await main(['bundle', 'web.yml', '--out', 'out'], io)).toBe(0)
  const [needed, summary, none] = io.printed.err.split('\n')
  expect(needed).toMatch(
    /^web\.yml:2:\d+: bundle\.file-needed: create\.sh stops unless \/srv\/data\.raw is there: the disk vdb\./,
  )
  expect(summary).toMatch(/^web\.yml: 1 advice; \d more concern only a hand-run QEMU/)
  expect(none).toBe('')
})

test.each([
  [['bundle', 'web.yml'], '--out'],
  [['bundle', 'a.yml', 'b.yml', '--out', 'x'], 'one INPUT'],
])('%j is refused', async (argv, why) => {
  const io = memoryIo()
  expect(await main(argv, io)).toBe(2)
  expect(io.printed.err).toContain(why)
})
