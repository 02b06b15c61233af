/** Whatever a design says, a reader of YAML gets it back. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { printedYaml } from './print.ts'

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'yes',
    'off',
    '~',
    'null',
    '1e3',
    '0x10',
    '1:30',
    '- a',
    '# b',
    'a: b',
    '8Gi',
    'a\n b\n',
    '\n',
    ' x',
    'é\u2028',
    '<<',
    '=',
  ),
)
const leaf = fc.oneof(texts, fc.boolean(), fc.integer())
const tree = fc.letrec((tie) => ({
  map: fc.dictionary(
    texts.filter((key) => key !== '__proto__' && key !== '<<'),
    tie('value'),
    { maxKeys: 4 },
  ),
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    tie('map'),
    fc.array(fc.oneof(leaf, tie('map')), { maxLength: 3 }),
  ),
}))

test.each(['1.1', '1.2'] as const)('in YAML %s', (version) => {
  fc.assert(
    fc.property(tree.map, (map) => {
      const text = printedYaml(map as Record<string, unknown>)
        .map((line) => `${line.text}\n`)
        .join('')
      expect(parse(text, { version, uniqueKeys: false }) ?? {}).toEqual(wellFormed(map))
    }),
  )
})

/** No reader takes half of a surrogate pair. */
function wellFormed(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, held: unknown) =>
    typeof held === 'string' ? held.toWellFormed() : held,
  )
}
