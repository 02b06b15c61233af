import { expect, test } from 'vitest'
import { explainXml, explainYaml, suggestXml, suggestYaml } from './editor-help.ts'

/** The words at the `|` of a text. */
function xml(marked: string): readonly string[] {
  const offset = marked.indexOf('|')
  return suggestXml(marked.replace('|', ''), offset).items.map(({ label }) => label)
}

function yaml(marked: string): readonly string[] {
  const before = marked.slice(0, marked.indexOf('|')).split('\n')
  const caret = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
  return suggestYaml(marked.replace('|', ''), caret, 'web').items.map(({ label }) => label)
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

test('YAML completes keys and values where they belong', () => {
  expect(yaml('vms:\n  web:\n    ra|')).toContain('ram')
  expect(yaml('vms:\n  web:\n    ram: 2G\n    |')).not.toContain('ram')
  expect(yaml('vms:\n  web:\n    firmware: |')).toContain('uefi-insecure')
  expect(yaml('ram: 2G\nlibvirt:\n  devices:\n    disks:\n      - type: file\n        |')).toContain('target')
  expect(yaml('libvirt:\n  devices:\n    disks:\n      - type: |')).toContain('block')
  expect(yaml('libvirt:\n  devices:\n    interfaces:\n      - type: user\n        model: |')).toEqual(
    yaml('libvirt:\n  devices:\n    interfaces:\n      - type: user\n        model:\n          type: |'),
  )
})

test('both explain what is there', () => {
  const text = "<domain><devices><disk device='cdrom'/></devices></domain>"
  expect(explainXml(text, text.indexOf('device=') + 2)).toContain('cdrom')
  expect(explainXml(text, text.indexOf('<disk') + 3)).toEqual(expect.any(String))
  expect(explainYaml('vms:\n  web:\n    ram: 2G', 3, 'web')).toEqual(expect.any(String))
})
