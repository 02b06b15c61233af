import { expect, test } from 'vitest'
import { hclComment, hclName, hclText, hclTextOfLines } from './hcl.ts'

test.each([
  ['plain', '"plain"'],
  ['a "b" \\ c', '"a \\"b\\" \\\\ c"'],
  ['line\n\ttab\u0000', '"line\\n\\ttab\\u0000"'],
  ['$ % {', '"$ % {"'],
])('%j', (text, quoted) => {
  expect(hclText(text)).toBe(quoted)
})

test('what begins a template does not begin one, however many signs stand before it', () => {
  expect(hclText('$' + '{x} %' + '{if}')).toBe('"$$' + '{x} %%' + '{if}"')
  expect(hclText('$$' + '{x}')).toBe('"$' + '{"$"}$$' + '{x}"')
})

test('what HCL would change is not said', () => {
  expect(hclText('e\u0301')).toBeUndefined()
  expect(hclText('\ud800')).toBeUndefined()
})

test('lines stand between two lines of a word that they have not', () => {
  expect(hclTextOfLines('EOT\nhere\n')).toBe('<<EOT2\nEOT\nhere\nEOT2')
  expect(hclTextOfLines('no end\nhere')).toBe('"no end\\nhere"')
})

test('a name and a comment stay what they are', () => {
  expect(hclName('1 My VM!')).toBe('My-VM')
  expect(hclName('é')).toBe('vm')
  expect(hclComment('one\ntwo')).toBe('one two')
})
