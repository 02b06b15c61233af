/** What is bundled is shipped with its licences: each bundle has them beside it. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const dist = new URL('../dist/', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, dist), 'utf8')

const ofCore = ['fflate', 'saxes', 'xmlchars', 'yaml', 'zod']
const ofPage = [
  ...ofCore,
  'idb',
  'monaco-editor',
  'react',
  'react-aria',
  'react-aria-components',
  'react-dom',
  'react-hook-form',
  'react-stately',
  'scheduler',
  'uqr',
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

test('what docs/dependencies.md says to be in the page is among them', () => {
  const docs = readFileSync(new URL('../docs/dependencies.md', import.meta.url), 'utf8')
  const [, inThePage = ''] = docs.split(/^## .*$/m)
  const named = Array.from(inThePage.matchAll(/^\| `([^`]+)`/gm), ([, name]) => name)
  expect(named).not.toEqual([])
  expect(ofPage).toEqual(expect.arrayContaining(named))
})
