import { expect, test } from 'vitest'
import { readScript } from './assignments.ts'

function wordsOf(text: string): Record<string, readonly string[]> {
  return Object.fromEntries([...readScript(text).assignments].map(([name, { words }]) => [name, words]))
}

test.each([
  ['a=1', ['1']],
  ['a="two words"', ['two words']],
  ["a='$HOME'", ['$HOME']],
  ['a=b\\ c', ['b c']],
  ['a="say \\"x\\" \\$y \\n"', ['say "x" $y \\n']],
  ['a=x\'y\'"z"', ['xyz']],
  ['a=1 # one', ['1']],
  ['a=x#y', ['x#y']],
  ['a=', ['']],
  ['a=()', []],
  ['a=("8123:8123" \'8888:80\' 1:2)', ['8123:8123', '8888:80', '1:2']],
  ['a=( # first\n  "1:2" # (one)\n  3:4\n)', ['1:2', '3:4']],
  ['  a=1\r', ['1']],
  ['a=1\na=2', ['2']],
])('%j is read as a shell reads it', (text, words) => {
  expect(wordsOf(text)).toEqual({ a: words })
})

test.each([
  'a=$(id)',
  'a=`id`',
  'a="$HOME/x"',
  'a=1; rm -rf x',
  'a=1 command',
  'a="open',
  'a=(1 2',
  'a=(1) b',
  'a+=1',
  'export a=1',
  'a=1 && b',
  'if true; then\n  a=1\nfi',
  'f() {\n  a=1\n}',
  'for x in 1 2; do\n  if y; then\n    a=1\n  fi\ndone',
])('%j is nothing that is read, and is told', (text) => {
  const { assignments, others } = readScript(text)
  expect([...assignments.keys()]).toEqual([])
  expect(others.length).toBeGreaterThan(0)
})

test('what stands behind a block is read', () => {
  expect(wordsOf('if x; then\n  a=1\nfi\nb=2\nwhile y; do a=3; done\nc=4')).toEqual({ b: ['2'], c: ['4'] })
})
