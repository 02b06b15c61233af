import { expect, test } from 'vitest'
import type { SetFinding } from '../../core/set/set.ts'
import { marksOf, whole } from './places.ts'

const clash: SetFinding = {
  code: 'set.mac-twice',
  severity: 'error',
  path: [],
  message: 'twice',
  row: 2,
  column: 1,
  other: { row: 0, column: 1 },
}

test('a clash is marked at both cells, and the heavier of two findings counts', () => {
  const marks = marksOf([{ ...clash, severity: 'warning', message: 'first', other: {} }, clash])
  expect(marks.get(0)?.get(1)).toEqual({ severity: 'error', messages: ['twice'] })
  expect(marks.get(2)?.get(1)).toEqual({ severity: 'error', messages: ['first', 'twice'] })
})

test('a row by itself and a heading have their marks, what is about all has none', () => {
  const { row: _, column: __, other: ___, ...bare } = clash
  const marks = marksOf([bare, { ...bare, row: 1 }, { ...bare, column: 3 }])
  expect([...marks.keys()].sort()).toEqual([whole, 1])
  expect(marks.get(1)?.has(whole)).toBe(true)
  expect(marks.get(whole)?.has(3)).toBe(true)
})
