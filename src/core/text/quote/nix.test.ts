import { expect, test } from 'vitest'
import { nixString } from './nix.ts'

test.each([
  ['plain', '"plain"'],
  ['a "b" \\ c', '"a \\"b\\" \\\\ c"'],
  ['$' + '{builtins.abort "x"}', '"\\$' + '{builtins.abort \\"x\\"}"'],
  ['$$' + '{x} \\$' + '{y}', '"\\$\\$' + '{x} \\\\\\$' + '{y}"'],
  ["''$" + "{x}''", "\"''\\$" + "{x}''\""],
  ['line\r\n\ttab', '"line\\r\\n\\ttab"'],
  ['a\0b', undefined],
  ['\ud800', undefined],
])('%j', (text, quoted) => {
  expect(nixString(text)).toBe(quoted)
})
