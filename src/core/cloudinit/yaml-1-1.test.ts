import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { yamlOf } from './yaml-1-1.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(
      ...':-?#&*!|>%@`\'"{}[],=~<_+.0123456789xobeEyYnNTZ \t\n\r\\/ab\u0085\u2028\ufeff\x7f\x00é日😀',
    ),
    maxLength: 16,
  }),
  fc.constantFrom(
    ...'y n on OFF yes 0644 08 1:30 52:54:00:12:34:56 = << ~ null 1_000 0x1F .5 1e3 1. .inf .NaN 2001-01-01 0b1 0o7 - --- + !a %a @a `a | >'.split(
      ' ',
    ),
    ...[
      '2001-1-1 1:1:1',
      '? a',
      'a:',
      'a: b',
      'a #b',
      ' a',
      'a ',
      '',
      '\n',
      'a\n\n',
      ' a\n b',
      '\ta\n',
      'a\n\t\n',
      'a\n \n',
    ],
    'long '.repeat(60),
    `${'long '.repeat(60)}\n${'\u007f '.repeat(60)}\n`,
  ),
)
const data = fc.record({
  text,
  list: fc.array(text, { maxLength: 3 }),
  map: fc.dictionary(text, text, { maxKeys: 3 }),
  nested: fc.record({ file: fc.record({ content: text }) }),
})

it('comes back unchanged from a reader of YAML 1.1', () => {
  fc.assert(
    fc.property(data, (value) => {
      expect(parse(yamlOf(value), { version: '1.1', merge: false })).toEqual(plain(value))
    }),
    { numRuns: 500 },
  )
})

/** Prints what was read as JSON in ASCII, so that nothing on the way changes it. */
const reader = `
import json, sys, yaml
print(json.dumps([yaml.safe_load(text) for text in json.load(sys.stdin)]))
`
const hasPyYaml = spawnSync('python3', ['-c', 'import yaml']).status === 0

it.skipIf(!hasPyYaml)('comes back unchanged from PyYAML (skipped where python3 has no module yaml)', () => {
  const values = fc.sample(data, 1500).map(plain)
  const read = spawnSync('python3', ['-c', reader], {
    input: JSON.stringify(values.map(yamlOf)),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  expect(read.stderr).toBe('')
  expect(JSON.parse(read.stdout)).toEqual(values)
})

it('escapes what only double quotes can hold, and keeps lines as lines', () => {
  expect(yamlOf({ a: 'bell\u0007 del\u007f line\u2028', b: 'one\n\ttwo\n' })).toBe(
    'a: "bell\\a del\\u007f line\\u2028"\nb: |\n  one\n  \ttwo\n',
  )
})

/** fast-check makes maps without a prototype. */
function plain<T>(value: T): T {
  const copy: T = JSON.parse(JSON.stringify(value))
  return copy
}
