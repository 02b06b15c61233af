import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..')

/** The codes that `finding-codes.ts` names itself. */
const named = [
  ...readFileSync(path.join(root, 'core/finding-codes.ts'), 'utf8').matchAll(/^ {2}\| '(.*)'$/gm),
].map(([, code = '']) => code)

test('every code is found by something', () => {
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/finding-codes|\.test/.test(name))
    .map((name) => readFileSync(path.join(root, name), 'utf8'))
    .join('\n')
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter((code) => !sources.includes(`'${code}'`))).toEqual([])
})

test('they are sorted, each once', () => {
  expect(named).toEqual([...new Set(named)].sort())
})
