/** Random values of a table for property tests; sample-value.ts has the ones that leave nothing out. */
import fc from 'fast-check'
import type { Field, Shape } from './field.ts'
import type { UnknownRecord } from './record.ts'
import type { Scalar } from './scalar.ts'

export interface ArbitraryOptions {
  /** What texts without a form of their own say. */
  readonly text: fc.Arbitrary<string>
  /** How many keys a map has at most. */
  readonly mostKeys?: number
}

/** Texts that some writer or reader may take for something else, in YAML, XML or a shell. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      ' ',
      'a',
      'on',
      'No',
      '~',
      'null',
      'true',
      '1',
      '0123',
      '1e3',
      '0x10',
      '1.10',
      '12:30:45',
      '2001-12-14',
    ],
    ...[
      ': ',
      'a: b',
      'a #b',
      '#a',
      '- a',
      '{a}',
      '[a',
      '&a',
      '*a',
      '!a',
      '|',
      '>',
      "it's",
      '"q"',
      '\\',
      '%',
      '@',
      '`',
    ],
    ...[
      'a\nb',
      'a\nb\n',
      '\n',
      ' a\nb',
      'a\n\n',
      'a\r\nb',
      '\t',
      'a\tb',
      '<a b="c">&amp;</a>',
      ']]>',
      '$(x) `y`',
      '😀',
    ],
    ...[
      '\u0085',
      '\u2028',
      '\ufeff',
      '\u0007',
      '\u0000',
      '<<',
      '=',
      '---',
      '...',
      'a,b',
      '__proto__',
      'constructor',
    ],
  ),
  fc.string(),
  fc.string({ unit: 'binary' }),
)

/** Any value that the schema of a shape takes, in the form of memory. */
export function arbitraryValue(shape: Shape, options: ArbitraryOptions): fc.Arbitrary<UnknownRecord> {
  return ofShape(shape, undefined, options, 7)
}

/** @param deepest how many maps may still be within one another */
function ofShape(
  shape: Shape,
  closedBy: string | undefined,
  options: ArbitraryOptions,
  deepest: number,
): fc.Arbitrary<UnknownRecord> {
  const decider = closedBy === undefined ? undefined : shape[closedBy]
  const kinds = decider && 'scalar' in decider ? (decider.scalar.choices ?? []) : []
  if (closedBy === undefined || kinds.length === 0)
    return ofFields(Object.entries(shape), options, deepest, {})
  return fc.constantFrom(...kinds).chain((kind) => {
    const own = Object.entries(shape).filter(
      ([key, { meta }]) => key !== closedBy && (meta.only?.[closedBy]?.includes(kind) ?? true),
    )
    return ofFields(own, options, deepest, { [closedBy]: kind })
  })
}

function ofFields(
  fields: readonly (readonly [string, Field])[],
  options: ArbitraryOptions,
  deepest: number,
  given: UnknownRecord,
): fc.Arbitrary<UnknownRecord> {
  const usable = fields.filter(([, field]) => deepest > 0 || !('shape' in field))
  if (usable.length === 0) return fc.constant(given)
  return fc
    .uniqueArray(fc.constantFrom(...usable), { maxLength: options.mostKeys ?? 4, selector: ([key]) => key })
    .chain((chosen) =>
      fc.record(Object.fromEntries(chosen.map(([key, field]) => [key, ofField(field, options, deepest)]))),
    )
    .map((held) => ({ ...given, ...held }))
}

function ofField(field: Field, options: ArbitraryOptions, deepest: number): fc.Arbitrary<unknown> {
  const textMap = fc.dictionary(fc.string(), options.text, { maxKeys: 3, noNullPrototype: true })
  const texts = textMap.filter((held) => !Object.hasOwn(held, '__proto__'))
  switch (field.kind) {
    case 'presence':
      return fc.constant(true)
    case 'child':
      return ofShape(field.shape(), field.closedBy, options, deepest - 1)
    case 'list':
      return fc.array(ofShape(field.shape(), undefined, options, deepest - 1), { maxLength: 3 })
    case 'texts':
      return fc.array(ofScalar(field.scalar, options), { maxLength: 3 })
    case 'entries':
      return texts
    case 'entriesList':
      return fc.array(texts, { maxLength: 2 })
    default:
      return ofScalar(field.scalar, options)
  }
}

const matching = new Map<RegExp, fc.Arbitrary<string>>()

function ofScalar(scalar: Scalar<unknown>, { text }: ArbitraryOptions): fc.Arbitrary<unknown> {
  const { minimum, maximum, pattern } = scalar
  switch (scalar.name) {
    case 'flag':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...(scalar.choices ?? []), ...Object.keys(scalar.aliases ?? {}))
    case 'integer':
      return fc.integer({ min: minimum ?? -1000, max: maximum ?? 2 ** 31 })
    case 'decimal':
      return fc.integer({ min: 0, max: 10_000 }).map((number) => number / 8)
    case 'anything':
      return fc
        .jsonValue({ maxDepth: 3 })
        .filter((held) => held !== null)
        .map((held): unknown => JSON.parse(JSON.stringify(held).replaceAll('__proto__', 'p')))
    case 'text':
    case 'size': {
      if (!pattern) return text
      const known = matching.get(pattern.test) ?? fc.stringMatching(pattern.test)
      matching.set(pattern.test, known)
      return known
    }
  }
}
