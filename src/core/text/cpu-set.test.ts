import { expect, test } from 'vitest'
import { CpuSet, cpusOf } from './cpu-set.ts'

test.each([
  ['3', [3]],
  ['0-3,^2,8', [0, 1, 3, 8]],
  ['0, 2 - 3', undefined],
  ['', undefined],
  ['5-3', []],
  ['0-99999', undefined],
  ['16383', [16_383]],
  ['16384', undefined],
  ['30-33', [30, 31, 32, 33]],
  ['31-64,^32-63', [31, 64]],
])('the CPU set %j', (text, expected) => {
  const cpus = cpusOf(text)
  expect(cpus && [...cpus]).toEqual(expected)
})

test('a set of CPUs is asked and joined', () => {
  const some = CpuSet.of([0, 31, 32, 100, 16_383, 16_384, -1])
  expect([...some]).toEqual([0, 31, 32, 100, 16_383])
  expect([some.lowest, some.highest, some.only, some.isEmpty]).toEqual([0, 16_383, undefined, false])
  expect([...some.and(CpuSet.of([31, 33, 100]))]).toEqual([31, 100])
  expect([...some.without(CpuSet.of([31, 33, 100]))]).toEqual([0, 32, 16_383])
  expect([...some.from(32)]).toEqual([32, 100, 16_383])
  expect([...some.from(20_000)]).toEqual([])
  expect(CpuSet.of([7]).only).toBe(7)
  expect(new CpuSet().only).toBeUndefined()
})

test('many CPUs are named by their ranges', () => {
  expect(String(CpuSet.of([4, 5, 9]))).toBe('4, 5, 9')
  expect(String(cpusOf('0-16383'))).toBe('0-16383')
  expect(String(cpusOf('0-9,12,20-21'))).toBe('0-9, 12, 20-21')
})
