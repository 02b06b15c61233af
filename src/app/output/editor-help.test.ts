import { expect, test } from 'vitest'
import { explainXml, suggestXml } from './editor-help.ts'

/** The words at the `|` of a text. */
function xml(marked: string): readonly string[] {
  const offset = marked.indexOf('|')
  return suggestXml(marked.replace('|', ''), offset).items.map(({ label }) => label)
}

test('XML completes elements, attributes, values and texts where they belong', () => {
  expect(xml('<domain>\n  <vc|')).toContain('vcpu')
  expect(xml("<domain type='kvm'><devices><disk>\n <|")).toContain('source')
  expect(xml("<domain><devices><disk type='file' |")).toContain('device')
  expect(xml("<domain><devices><disk type='file' |")).not.toContain('type')
  expect(xml("<domain><cpu mode='|")).toContain('host-passthrough')
  expect(xml('<domain><!-- > --><cpu mode="host|"/></domain>')).toContain('host-passthrough')
  expect(xml('<domain><on_crash>|')).toContain('restart')
  expect(xml("<domain><devices><disk type='file'></|")).toEqual(['disk'])
  expect(xml('<domain><!-- <|')).toEqual([])
})

test('XML explains what is there', () => {
  const text = "<domain><devices><disk device='cdrom'/></devices></domain>"
  expect(explainXml(text, text.indexOf('device=') + 2)).toContain('cdrom')
  expect(explainXml(text, text.indexOf('<disk') + 3)).toEqual(expect.any(String))
})
