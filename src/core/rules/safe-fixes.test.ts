import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { allRules } from './all-rules.ts'
import { isSafeFix } from './safe-fixes.ts'

const fix = { title: 'Leave it out', changes: [] }

test('every safe fix is that of a rule', () => {
  const source = readFileSync(path.join(import.meta.dirname, 'safe-fixes.ts'), 'utf8')
  const named = [...source.matchAll(/^ {2}'([a-z.-]+)',$/gm)].map(([, id]) => id)
  expect(named.length).toBeGreaterThan(40)
  expect(named.filter((id) => !allRules.some((rule) => rule.id === id))).toEqual([])
})

test('a fix that decides for the author is not safe, nor is none', () => {
  expect(isSafeFix({ code: 'disk.target-twice', fix })).toBe(true)
  expect(isSafeFix({ code: 'hostdev.twice', fix })).toBe(false)
  expect(isSafeFix({ code: 'disk.target-twice' })).toBe(false)
})
