import { expect, test } from 'vitest'
import { presets } from '../../../presets/index.ts'
import { designOf } from '../../panels/source/read-presets.ts'
import { renderAll } from '../../render/render-all.ts'
import type { Language } from '../output-files.ts'
import { outputFiles } from '../output-files.ts'
import { highlight } from './index.ts'

/** The pieces of a text with their kinds, as `kind(piece)`; plain ones as they are. */
function marked(text: string, language: Language): string {
  return highlight(text, language)
    .map(({ text, kind }) => (kind === undefined ? text : `${kind}(${text})`))
    .join('')
}

test('XML: names of elements, attributes, comments; text and values are plain', () => {
  expect(marked(`<a x='1 > 0'>t<b/></a>`, 'xml')).toBe(
    `quiet(<)name(a) quiet(x)='1 > 0'quiet(>)tquiet(<)name(b)name(/)quiet(>)quiet(</)name(a)quiet(>)`,
  )
  expect(marked('<!-- <a> -->\n<![CDATA[<b>]]>', 'xml')).toBe('comment(<!-- <a> -->)\n<![CDATA[<b>]]>')
  expect(marked(`<?xml version="1.0"?>`, 'xml')).toBe(`quiet(<?)name(xml) quiet(version)="1.0"quiet(?>)`)
})

test('shell: words of the shell, options, variables, comments; what is quoted is plain', () => {
  expect(marked(`#!/bin/sh\n# a\nif cd "$a -b"; then x-y -m 4G \\\nfi`, 'shell')).toBe(
    `name(#!/bin/sh)\ncomment(# a)\nname(if) name(cd) "$a -b"quiet(;) name(then) x-y quiet(-m) 4G \\\nname(fi)`,
  )
  expect(marked('qemu-system-x86_64 -name $NAME,x=$(y)', 'shell')).toBe(
    'qemu-system-x86_64 quiet(-name) quiet($NAME)quiet(,)xquiet(=)quiet($(y))',
  )
})

test('YAML: keys, comments, words; a block of text has none', () => {
  expect(marked('a: 1 # b\n- c: true\n  "d e": x#y', 'yaml')).toBe(
    'name(a): 1 comment(# b)\n- name(c): name(true)\n  name("d e"): x#y',
  )
  expect(marked('content: |\n  #!/bin/sh\n  key: value\nnext: {f: [1, two]}', 'yaml')).toBe(
    'name(content): |\n  #!/bin/sh\n  key: value\nname(next): quiet({)name(f): quiet([)1quiet(,) twoquiet(])quiet(})',
  )
  expect(marked('[\n  "-name",\n  "a: b"\n]\n', 'yaml')).toBe(
    'quiet([)\n  "-name"quiet(,)\n  "a: b"\nquiet(])\n',
  )
})

test('the pieces of every output of every preset are the output', () => {
  for (const preset of presets)
    for (const { text, language } of outputFiles(renderAll(designOf(preset), undefined, true))) {
      const pieces = highlight(text, language)
      expect(pieces.map(({ text }) => text).join('')).toBe(text)
      if (text.length > 100) expect(pieces.some(({ kind }) => kind !== undefined)).toBe(true)
    }
})

test('what nobody closed, and much of anything, is done in no time', () => {
  const hostile = [
    '<',
    '<a ',
    '<a "',
    "<a '",
    '<!--',
    '<![CDATA[',
    '"',
    "'",
    '$(',
    '${',
    '- ',
    '{ ',
    '[',
    ' :',
    '--',
    'a:',
  ]
  for (const language of ['xml', 'shell', 'yaml', 'hcl'] as const)
    for (const piece of hostile) {
      const text = piece.repeat(Math.floor(20_000 / piece.length))
      const before = performance.now()
      expect(
        highlight(text, language)
          .map(({ text }) => text)
          .join(''),
      ).toBe(text)
      expect(performance.now() - before, `${language} of ${piece}`).toBeLessThan(2000)
    }
})
