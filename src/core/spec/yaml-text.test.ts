import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { flow, yamlText } from './yaml-text.ts'

/** Texts that YAML 1.1 or 1.2 would take for something else, or that are hard to quote. */
const nastyTexts = [
  ...[
    'on',
    'off',
    'Yes',
    'no',
    'y',
    'N',
    'true',
    'FALSE',
    '~',
    'null',
    'Null',
    '',
    '<<',
    '=',
    '.inf',
    '-.INF',
  ],
  ...['1', '-1', '+12', '1e3', '1E+3', '.5', '1.', '1.10', '0x10', '0o17', '017', '0b11', '1_000', '1,000'],
  ...['52:54:00', '1:30', '12:30:45.5', '2001-12-14', '2001-12-14t21:59:43.10-05:00', '.nan', '.', '..', '-'],
  ...['---', '...', '- a', '? a', ': a', '#a', 'a #b', 'a# b', 'a: b', 'a:b', 'a:', ' a', 'a ', '\ta', 'a\t'],
  ...['[a]', '{a}', 'a,b', 'a]b', '&a', '*a', '!a', '|', '>', "'", '"', `'"`, '\\', '%a', '@a', '`a', '--x'],
  ...[
    'a\nb',
    'a\nb\n',
    'a\n\n',
    '\n',
    '\n\n',
    '\na',
    ' a\nb',
    '\n a\nb',
    'a\n  b',
    'a\n ',
    'a\n \nb',
    '\ta\nb',
  ],
  ...['a\n\tb', 'a\r\nb', 'a\rb', 'a\n#b', 'a\n---\nb', '# a\nb', '\u0000', '\u0007', '\u001b[0m', '\u007f'],
  ...[
    '\u0085',
    '\u2028',
    '\u2029',
    '\ufeff',
    'a\n\ufeffb',
    '\u00a0',
    '\ud800',
    '\udc00a',
    '😀',
    'a\u0085\nb',
  ],
  ...['6205ae0c524b', '12e03', '127.0.0.1', '0-1,16-17', '40G', '{{.VmStateDir}}/qga.sock', 'a  b', 'é: è'],
]

const nastyText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nastyTexts) },
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...' \n\t:#-?[]{},\'"\\|>&*!%@`0189.aeon\r\u0085\u2028😀') }),
)
const key = nastyText.filter((text) => text !== '__proto__')
const scalar = fc.oneof(
  { weight: 4, arbitrary: nastyText },
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
  fc.double(),
)
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}))

describe.each(['1.2', '1.1'] as const)('read as YAML %s', (version) => {
  const read = (text: string): unknown => parse(text, { version, merge: true })

  it.each(nastyTexts.map((text) => [text]))('%j stays a text', (text) => {
    const held = { text, list: [text, { text }], map: { inner: { text } } }
    expect(read(yamlText(held))).toEqual(held)
    expect(read(flow(held))).toEqual(held)
    expect(read(yamlText({ [text]: { [text]: [text] }, z: 1 }))).toEqual({ [text]: { [text]: [text] }, z: 1 })
  })

  it('any value comes back', () => {
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 4 }), (held, blockLevels) => {
        expect(read(yamlText(held, { blockLevels }))).toEqual(held)
        expect(read(flow(held))).toEqual(held)
      }),
      { numRuns: 600 },
    )
  })

  it('a very long key comes back', () => {
    const held = { ['k'.repeat(3000)]: { a: 'x\ny' }, ['k '.repeat(3000)]: [1] }
    expect(read(yamlText(held))).toEqual(held)
    expect(read(flow(held))).toEqual(held)
  })
})

describe('yamlText', () => {
  it('writes small maps and lists in braces and the rest in blocks', () => {
    const held = {
      name: 'arch',
      checksum: { type: 'sha256' },
      package: ['git', 'vim'],
      runcmd: ['pacman-key --init'],
      devices: [{ model: 'virtio', heads: 1 }, { type: 'spice', listen: [{ type: 'socket' }] }, {}],
      extra: 'a: 1\nb: 2\n',
      long: { first: 'x'.repeat(60), second: 'y'.repeat(60) },
    }
    expect(yamlText(held)).toBe(`name: arch
checksum: {type: sha256}
package: [git, vim]
runcmd:
  - pacman-key --init
devices:
  - {model: virtio, heads: 1}
  - type: spice
    listen:
      - {type: socket}
  - {}
extra: |
  a: 1
  b: 2
long:
  first: ${'x'.repeat(60)}
  second: ${'y'.repeat(60)}
`)
  })

  it('quotes in braces what PyYAML stumbles over there', () => {
    expect(flow({ url: 'https://example.org/?a', list: ['a?', 'b:c'] })).toBe(
      '{url: "https://example.org/?a", list: ["a?", b:c]}',
    )
  })
})
