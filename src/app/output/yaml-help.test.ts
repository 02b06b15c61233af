import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { presets } from '../../presets/index.ts'
import type { Caret } from './editor-help.ts'
import { explainYaml, suggestYaml } from './yaml-help.ts'

function placeIn(marked: string): readonly [string, Caret] {
  const before = marked.slice(0, marked.indexOf('|')).split('\n')
  return [marked.replace('|', ''), { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }]
}

/** The words at the `|` of a text. */
function offered(marked: string): readonly string[] {
  const [text, caret] = placeIn(marked)
  return suggestYaml(text, caret).items.map(({ label }) => label)
}

/** The text after one of them was taken. */
function taken(marked: string, label: string): string {
  const [text, caret] = placeIn(marked)
  const { typed, tail = 0, items } = suggestYaml(text, caret)
  const insert = items.find((item) => item.label === label)?.insert ?? `(${label} is not offered)`
  return accepted(text, caret, typed, tail, insert)
}

function accepted(
  text: string,
  { line, column }: Caret,
  typed: number,
  tail: number,
  insert: string,
): string {
  const lines = text.split('\n')
  const there = lines[line - 1] ?? ''
  const written = insert.replace('$0', '')
  lines[line - 1] = there.slice(0, column - 1 - typed) + written + there.slice(column - 1 + tail)
  return lines.join('\n')
}

test('the systems that can run in it', () => {
  expect(offered('guest: |')).toEqual(expect.arrayContaining(['ubuntu-24.04', 'windows-11', 'freebsd-14.3']))
  expect(offered('vms:\n  web:\n    guest: win|')).toContain('windows-11')
  expect(offered('libvirt:\n  title: |')).toEqual([])
})

test('keys and values where they belong', () => {
  expect(offered('vms:\n  web:\n    ra|')).toContain('ram')
  expect(offered('vms:\n  web:\n    ram: 2G\n    |')).not.toContain('ram')
  expect(offered('vms:\n  web:\n    firmware: |')).toContain('uefi-insecure')
  expect(offered('ram: 2G\nlibvirt:\n  devices:\n    disks:\n      - type: file\n        |')).toContain(
    'target',
  )
  expect(offered('libvirt:\n  devices:\n    disks:\n      - type: |')).toContain('block')
  expect(offered('libvirt:\n  devices:\n    disks:\n      - |')).toContain('target')
  expect(offered('libvirt:\n  devices:\n    interfaces:\n      - type: user\n        model: |')).toEqual(
    offered('libvirt:\n  devices:\n    interfaces:\n      - type: user\n        model:\n          type: |'),
  )
})

test('no keys of another kind than the one that is said', () => {
  const hostdev = (type: string) =>
    `web:\n  vm:\n    libvirt:\n      devices:\n        hostdevs:\n          - type: ${type}\n            |`
  expect(offered(hostdev('mdev'))).toContain('ramfb')
  expect(offered(hostdev('pci'))).not.toContain('ramfb')
  expect(offered('source:\n  kind: disk_image\n  |')).not.toContain('url')
  expect(offered('source:\n  kind: cloud_image\n  |')).toContain('url')
})

describe('column 0', () => {
  test('has the keys of the VM in a file that is one, and nothing where the VMs have names', () => {
    expect(offered('|')).toContain('ram')
    expect(offered('ram: 2G\n|')).toContain('cpu')
    expect(offered('vms:\n  web:\n    ram: 2G\n|')).toEqual([])
    expect(offered('web:\n  vm:\n    ram: 2G\n|')).toEqual([])
    expect(offered('name: web\nspec:\n  ram: 2G\n|')).toEqual([])
    expect(offered('name: web\nspec:\n  ram: 2G\n  |')).toContain('cpu')
  })

  test('of an empty line takes nothing away from what is around it', () => {
    expect(offered('vms:\n  web:\n    ram: 2G\n|\n    cpu: 2\n')).toEqual([])
    expect(offered('libvirt:\n|\n  os: {}\n')).toEqual([])
  })
})

test('names of VMs are the person’s', () => {
  expect(offered('vms:\n  |')).toEqual([])
  expect(offered('vms:\n  web:\n    ram: 2G\n  |')).toEqual([])
})

test('a file in the form of a child, and one beside it', () => {
  expect(offered('web:\n  vm:\n    |')).toContain('ram')
  expect(offered('web:\n  vm:\n    ram: 2G\nweb-libvirt:\n  libvirt:\n    |')).toContain('devices')
})

test('nothing below a value, in a comment, a text or braces', () => {
  expect(offered('ram: 2G\n  |')).toEqual([])
  expect(offered('ram: 2G # r|')).toEqual([])
  expect(offered('libvirt:\n  description: >-\n    a text\n    o|')).toEqual([])
  expect(offered('libvirt:\n  features: {\n    |\n  }\n')).toEqual([])
})

test('lines are indented as the file is, and items of a list begin with a dash', () => {
  expect(taken('vms:\n  web:\n    libvirt:\n      devices:\n        rn|', 'rng')).toBe(
    'vms:\n  web:\n    libvirt:\n      devices:\n        rng:\n          - ',
  )
  expect(taken('vms:\n    web:\n        lib|', 'libvirt')).toBe(
    'vms:\n    web:\n        libvirt:\n            ',
  )
  expect(taken('libvirt:\n  devices:\n    rng:\n      |', 'model')).toBe(
    'libvirt:\n  devices:\n    rng:\n      - model: ',
  )
  expect(taken('libvirt:\n  os:\n    boot:\n      |', 'hd')).toBe('libvirt:\n  os:\n    boot:\n      - hd')
  expect(taken('libvirt:\n  devices:\n    disks:\n      - sou|', 'source')).toBe(
    'libvirt:\n  devices:\n    disks:\n      - source:\n          ',
  )
})

test('a key that is there is renamed, and a value replaced', () => {
  expect(taken('ra|m: 2G', 'cpu')).toBe('cpu: 2G')
  expect(taken('firmware: uefi|-secure # signed', 'bios')).toBe('firmware: bios # signed')
})

test('the help of what is there', () => {
  expect(explainYaml('vms:\n  web:\n    ram: 2G', 3, 'web')).toEqual(expect.any(String))
})

const small = 'source: {kind: imported}\nram: 2G\n'
const below = (blanks: number, text: string) => text.replace(/^(?=.)/gm, ' '.repeat(blanks))
const spec = `${small}\nlibvirt:\n  devices:\n    rng:\n      - model: virtio\n    disks:\n    - device: cdrom\n`
const texts: readonly (readonly [string, string])[] = [
  ...presets.map(({ id, text }) => [id, text] as const),
  ['vms', `vms:\n  web:\n${below(4, spec)}`],
  ['NAME and a child', `web:\n  vm:\n${below(4, small)}web-libvirt:\n  libvirt: {}\n`],
  ['name and spec', `name: web\nspec:\n${below(2, spec)}`],
  ['two documents', `${spec}---\n${spec}`],
  [
    'four blanks',
    'vms:\n    web:\n        ram: 2G\n\n        libvirt:\n            devices:\n                rng: []\n',
  ],
]

const errorsOf = (text: string) =>
  [...parseAllDocuments(text)].reduce((sum, { errors }) => sum + errors.length, 0)

/** On an empty line after each line, at the depths near it, after a dash, and in the line itself. */
function placesOf(text: string): readonly { readonly text: string; readonly caret: Caret }[] {
  const lines = text.split('\n')
  return lines.flatMap((there, index) => {
    const indent = there.search(/\S|$/)
    const written = [0, indent, indent + 2].map((depth) => ' '.repeat(depth))
    const opened = [...written, `${' '.repeat(indent)}- `].map((line) => ({
      text: lines.toSpliced(index + 1, 0, line).join('\n'),
      caret: { line: index + 2, column: line.length + 1 },
    }))
    const colon = there.indexOf(': ')
    const columns = [indent + 1, ...(colon === -1 ? [] : [colon + 2]), there.length]
    return [...opened, ...columns.map((column) => ({ text, caret: { line: index + 1, column: column + 1 } }))]
  })
}

test.each(texts)(
  'whatever is offered in %s leaves it YAML',
  (_, text) => {
    const wrong: string[] = []
    let tried = 0
    for (const place of placesOf(text)) {
      const { typed, tail = 0, items } = suggestYaml(place.text, place.caret)
      // Names differ, and what is put after them has few forms: one of each.
      const forms = new Map(items.map((item) => [item.insert.replace(/[\w-]{2,}/g, 'x'), item]))
      for (const { insert } of forms.values()) {
        tried += 1
        const after = accepted(place.text, place.caret, typed, tail, insert)
        if (errorsOf(after) > errorsOf(place.text))
          wrong.push(`${place.caret.line}:${place.caret.column} ${JSON.stringify(insert)}`)
      }
    }
    expect(wrong).toEqual([])
    expect(tried).toBeGreaterThan(10)
  },
  60_000,
)
