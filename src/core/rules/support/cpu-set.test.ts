import { expect, test } from 'vitest'
import { cpusOf } from './cpu-set.ts'

test.each([
  ['3', [3]],
  ['0-3,^2,8', [0, 1, 3, 8]],
  ['0, 2 - 3', undefined],
  ['', undefined],
  ['5-3', []],
  ['0-99999', undefined],
])('the CPU set %j', (text, expected) => {
  const cpus = cpusOf(text)
  expect(cpus && [...cpus]).toEqual(expected)
})
