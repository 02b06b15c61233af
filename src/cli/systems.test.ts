import { expect, test } from 'vitest'
import { guestSystems } from '../core/index.ts'
import { main } from './main.ts'
import { memoryIo } from './memory-io.ts'

test('without a word, each system is listed once, below its family', async () => {
  const io = memoryIo()
  expect(await main(['systems'], io)).toBe(0)
  for (const { id, condition = '' } of guestSystems) {
    expect(io.printed.out.split('\n').filter((line) => line.startsWith(`  ${id} `))).toHaveLength(1)
    expect(io.printed.out).toContain(condition)
  }
  expect(io.printed.out).toMatch(/^Windows:\n {2}windows-11 +Windows 11: from 4G of memory and 64G of disk$/m)
})

test('with words, those that have all of them in their names', async () => {
  const io = memoryIo()
  expect(await main(['systems', 'WINDOWS', '2022'], io)).toBe(0)
  expect(io.printed.out.split('\n').filter((line) => line.startsWith('  '))).toHaveLength(1)
  expect(io.printed.out).toContain('windows-server-2022')
})

test('one that nobody knows is told from wrong usage', async () => {
  const io = memoryIo()
  expect(await main(['systems', 'templeos'], io)).toBe(1)
  expect(io.printed.err).toContain('any other text in guest is as possible')
  expect(await main(['systems', '--json'], memoryIo())).toBe(2)
})
