import { expect, test } from 'vitest'
import { presets } from '../presets/index.ts'
import { main } from './main.ts'
import { memoryIo } from './memory-io.ts'

test('without a name, the presets are listed with what they need', async () => {
  const io = memoryIo()
  expect(await main(['preset'], io)).toBe(0)
  expect(io.printed.out.split('\n').filter((line) => /^\S/.test(line))).toHaveLength(10)
  expect(io.printed.out).toMatch(/^cloud-image {8}The smallest useful server: .*\n {19}needs KVM/m)
})

test.each(presets)('preset $id prints a vm.yml that check has no error with', async ({ id, text }) => {
  const io = memoryIo()
  expect(await main(['preset', id], io)).toBe(0)
  expect(io.printed).toEqual({ out: text, err: '' })
  expect(await main(['check', 'vm.yml'], memoryIo({ 'vm.yml': text }))).toBe(0)
})

test.each([
  [['preset', 'windows11'], 'There is no preset "windows11". Did you mean windows-11?'],
  [['preset', 'toString'], 'There is no preset "toString".'],
  [['preset', 'opnsense', 'nested-lab'], 'preset takes one NAME.'],
  [['preset', '--out', 'x'], 'There is no option --out.'],
])('%j is refused', async (argv, why) => {
  const io = memoryIo()
  expect(await main(argv, io)).toBe(2)
  expect(io.printed.err).toContain(why)
})
