/** Whatever a design says, a reader of Ruby gets it back, and nothing of it is run. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rubyText } from './ruby.ts'

const nasty = [
  '#{`id`}',
  '#$0',
  '#@x',
  '"',
  '\\',
  '\\"#{1}',
  'a\nb',
  '\n__END__\n',
  '\0',
  '$(id)',
  ']]>',
  "'",
  '\u2028',
]

/** A literal in double quotes as Ruby reads it, of the escapes that are written. */
function read(literal: string): string | undefined {
  const [, inside] = /^"((?:[^"\\#\n\r]|\\["\\#]|\\u\{[\da-f]{1,6}\})*)"$/u.exec(literal) ?? []
  return inside?.replace(
    /\\(["\\#])|\\u\{([\da-f]+)\}/g,
    (_, sign?: string, code?: string) => sign ?? String.fromCodePoint(Number.parseInt(code ?? '0', 16)),
  )
}

test.each(nasty)('%j', (text) => {
  expect(read(rubyText(text))).toBe(text)
})

test('any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(read(rubyText(text))).toBe(text.toWellFormed())
    }),
  )
})
