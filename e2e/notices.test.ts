/** What is bundled is shipped with its licences: each bundle has them beside it. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const dist = new URL('../dist/', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, dist), 'utf8')

const ofCore = ['fflate', 'saxes', 'xmlchars', 'yaml', 'zod']
const ofPage = [
  ...ofCore,
  'monaco-editor',
  'react',
  'react-aria',
  'react-aria-components',
  'react-dom',
  'react-hook-form',
  'react-stately',
  'scheduler',
  'zundo',
  'zustand',
]

test.each([
  ['', ofPage],
  ['cli/', ofCore],
  ['lib/', ofCore],
])('dist/%s names each package that is in its bundle, with its licence', (folder, packages) => {
  const notices = read(`${folder}THIRD-PARTY-NOTICES.txt`)
  for (const name of packages)
    expect(notices).toMatch(
      new RegExp(`^-{80}\n${name} \\d[^\n]*\n-{80}\n\n[^-]*(?:licen[cs]e|copyright)`, 'im'),
    )
  expect(read(`${folder}LICENSE.txt`)).toBe(readFileSync(new URL('../LICENSE', import.meta.url), 'utf8'))
})

test('what the page depends on is among them', () => {
  const held: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const dependencies: unknown = typeof held === 'object' && held !== null && Reflect.get(held, 'dependencies')
  expect(ofPage).toEqual(expect.arrayContaining(Object.keys(Object(dependencies))))
})

test('Monaco’s own notices are there, and the whole Apache licence', () => {
  const notices = read('THIRD-PARTY-NOTICES.txt')
  expect(notices).toContain('END OF TERMS AND CONDITIONS')
  const ofMonaco = readFileSync(
    new URL('../node_modules/monaco-editor/ThirdPartyNotices.txt', import.meta.url),
    'utf8',
  )
  expect(notices).toContain(ofMonaco.trim())
})
