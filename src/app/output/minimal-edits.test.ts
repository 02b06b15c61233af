import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LineEdit, minimalEdits } from './minimal-edits.ts'

function applied(before: readonly string[], edits: readonly LineEdit[]): string[] {
  const lines = [...before]
  for (const { start, count, lines: added } of edits.toReversed()) lines.splice(start, count, ...added)
  return lines
}

test('the edits turn one text into the other', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 30 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applied(before, minimalEdits(before, after))).toEqual(after)
    }),
  )
})

test('the same text needs none', () => {
  expect(minimalEdits(['a', 'b'], ['a', 'b'])).toEqual([])
})

test('two lines that are far apart are two edits', () => {
  const before = ['a', 'b', 'c', 'd', 'e']
  expect(minimalEdits(before, ['a', 'B', 'c', 'D', 'e'])).toEqual([
    { start: 1, count: 1, lines: ['B'] },
    { start: 3, count: 1, lines: ['D'] },
  ])
})

test('a middle that is too long to compare is replaced as a whole', () => {
  const many = (mark: string) => Array.from({ length: 300 }, (_, index) => `${mark}${index}`)
  const edits = minimalEdits(['x', ...many('a'), 'y'], ['x', ...many('b'), 'y'])
  expect(edits).toEqual([{ start: 1, count: 300, lines: many('b') }])
})
