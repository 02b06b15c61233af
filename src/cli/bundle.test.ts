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

test.each([
  [['bundle', 'web.yml'], '--out'],
  [['bundle', 'a.yml', 'b.yml', '--out', 'x'], 'one INPUT'],
])('%j is refused', async (argv, why) => {
  const io = memoryIo()
  expect(await main(argv, io)).toBe(2)
  expect(io.printed.err).toContain(why)
})
