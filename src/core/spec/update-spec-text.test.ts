import { describe, expect, it } from 'vitest'
import { busyMilliseconds } from '../busy-time.test-helper.ts'
import type { Path } from '../finding.ts'
import { applyChanges } from './apply-changes.ts'
import { withoutDefaults } from './defaults.ts'
import { readSpecs } from './read-specs.ts'
import { updateSpecText } from './update-spec-text.ts'
import type { Design } from './vm-spec.ts'

const text = `# A test VM
vms:
  # the first
  web:   # trailing
    ram: "8G"   # much
    cpus: 4

    # how to reach it
    ssh: {port: 2224, key_source: generate} # by key
    network:
      mode: bridge
      # which one
      bridge: 'br0'
    cloud_init:
      packages: [git, "vim", curl]  # tools
      runcmd:
        # first things first
        - echo one
        # then the second
        - "echo two"   # quoted
        - |
          echo three
          echo four
    libvirt:
      devices:
        graphics:
          - type: spice
            # nobody else
            listen: 127.0.0.1
            port: 5900
        video:
          - {model: virtio, heads: 1} # one screen
        memballoon: {model: none}
      snippets: []
  other:
    ram: 1G # untouched
# the end
`

type Change = readonly [path: Path, value?: unknown]

function changed(source: string, ...changes: Change[]): string {
  const document = readSpecs(source)
  expect(document.findings).toEqual([])
  const [design] = document.designs
  if (!design) throw new Error('no design')
  const next: Design = {
    ...design,
    spec: applyChanges(
      design.spec,
      changes.map(([path, value]) => (value === undefined ? { path } : { path, value })),
    ),
  }
  const updated = updateSpecText(document, next)
  expect(readSpecs(updated).findings).toEqual([])
  expect(withoutDefaults(readSpecs(updated).designs[0]?.spec ?? {})).toEqual(withoutDefaults(next.spec))
  return updated
}

/** The lines that went and came, as `diff` shows them. */
function diff(source: string, ...changes: Change[]): string[] {
  const before = source.split('\n')
  const after = changed(source, ...changes).split('\n')
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  let end = 0
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end))
    end++
  return [
    ...before.slice(start, before.length - end).map((line) => `-${line}`),
    ...after.slice(start, after.length - end).map((line) => `+${line}`),
  ]
}

describe('a change of one value changes its line only', () => {
  it.each<[string, Change, string[]]>([
    ['a quoted text', [['ram'], '16G'], ['-    ram: "8G"   # much', '+    ram: 16G   # much']],
    ['a key by its other name', [['cpu'], 8], ['-    cpus: 4', '+    cpus: 8']],
    [
      'a value in braces',
      [['ssh', 'port'], 22],
      [
        '-    ssh: {port: 2224, key_source: generate} # by key',
        '+    ssh: {port: 22, key_source: generate} # by key',
      ],
    ],
    [
      'a new key in braces',
      [['ssh', 'user'], '{a}'],
      [
        '-    ssh: {port: 2224, key_source: generate} # by key',
        '+    ssh: {user: "{a}", port: 2224, key_source: generate} # by key',
      ],
    ],
    [
      'a key out of braces',
      [['ssh', 'key_source']],
      ['-    ssh: {port: 2224, key_source: generate} # by key', '+    ssh: {port: 2224} # by key'],
    ],
    [
      'a new map of the spec',
      [['source'], { kind: 'clone', from_vm: 'x' }],
      ['+    source: {kind: clone, from_vm: x}'],
    ],
    ['a new key of the spec', [['disk_size'], '40G'], ['+    disk_size: 40G']],
    ['a key of the spec with its line', [['ram']], ['-    ram: "8G"   # much']],
    ['a key with the comment above', [['network', 'bridge']], ['-      # which one', "-      bridge: 'br0'"]],
    [
      'an item in brackets',
      [['cloud_init', 'package', 1]],
      ['-      packages: [git, "vim", curl]  # tools', '+      packages: [git, curl]  # tools'],
    ],
    [
      'an item at the end',
      [['cloud_init', 'package', 3], 'a b'],
      ['-      packages: [git, "vim", curl]  # tools', '+      packages: [git, "vim", curl, a b]  # tools'],
    ],
    [
      'an item of a block',
      [['cloud_init', 'runcmd', 1], 'echo: 2'],
      ['-        - "echo two"   # quoted', '+        - "echo: 2"   # quoted'],
    ],
    [
      'an item of a block with its comments',
      [['cloud_init', 'runcmd', 1]],
      ['-        # then the second', '-        - "echo two"   # quoted'],
    ],
    ['the first item of a block', [['cloud_init', 'runcmd', 0]], ['-        - echo one']],
    [
      'a text of several lines',
      [['cloud_init', 'runcmd', 2], 'echo five\necho six\n'],
      ['-          echo three', '-          echo four', '+          echo five', '+          echo six'],
    ],
    [
      'a text that gets several lines',
      [['cloud_init', 'runcmd', 0], 'a\nb\n'],
      ['-        - echo one', '+        - |', '+          a', '+          b'],
    ],
    [
      'a short form',
      [['libvirt', 'devices', 'graphics', 0, 'listen', 0, 'address'], '0.0.0.0'],
      ['-            listen: 127.0.0.1', '+            listen: 0.0.0.0'],
    ],
    [
      'a short form that needs a map',
      [['libvirt', 'devices', 'graphics', 0, 'listen', 0, 'type'], 'address'],
      ['-            listen: 127.0.0.1', '+            listen: {type: address, address: 127.0.0.1}'],
    ],
    [
      'the first key behind a dash',
      [['libvirt', 'devices', 'graphics', 0, 'keymap'], 'de'],
      ['+            keymap: de'],
    ],
    [
      'a device more',
      [['libvirt', 'devices', 'video', 1], { model: 'qxl', heads: 2 }],
      ['+          - {model: qxl, heads: 2}'],
    ],
    [
      'a new list of devices',
      [['libvirt', 'devices', 'tpm'], [{ model: 'tpm-crb', backend: { type: 'emulator' } }]],
      ['+        tpm:', '+          - model: tpm-crb', '+            backend: {type: emulator}'],
    ],
    [
      'an empty list that is filled',
      [['libvirt', 'snippets', 0], '<a/>'],
      ['-      snippets: []', '+      snippets: [<a/>]'],
    ],
  ])('%s', (_what, change, expected) => {
    expect(diff(text, change)).toEqual(expected)
  })

  it('the first items of a list behind a dash go, and what is said about the others stays', () => {
    const plan = `web:
  vm:
    plan:
      - - one # gone
        - two # here
      - - one
        # above two
        - two # here
        - three
`
    expect(changed(plan, [['plan', 0, 0]], [['plan', 1, 0]])).toBe(`web:
  vm:
    plan:
      - - two # here
      -${' '}
        # above two
        - two # here
        - three
`)
  })

  it('nothing changes without a change, defaults that are said included', () => {
    expect(changed(text)).toBe(text)
    expect(changed(text, [['network', 'mode'], 'user'])).toContain('      mode: user\n')
    expect(changed(text, [['firmware'], 'bios']).includes('firmware')).toBe(false)
  })

  it('takes a whole map away and brings it back', () => {
    expect(diff(text, [['libvirt', 'devices', 'memballoon']])).toEqual(['-        memballoon: {model: none}'])
    expect(diff(text, [['libvirt']]).every((line) => line.startsWith('-'))).toBe(true)
  })
})

describe('the shape of the file stays', () => {
  const beside = `web: # the VM
  vm:
    ram: 8G
    libvirt:
      title: x # its title
web-libvirt:
  libvirt:
    # devices
    devices:
      video: [{model: virtio}]
`

  it('NAME: {vm} with NAME-libvirt beside it', () => {
    expect(diff(beside, [['libvirt', 'devices', 'video', 0, 'heads'], 2])).toEqual([
      '-      video: [{model: virtio}]',
      '+      video: [{model: virtio, heads: 2}]',
    ])
    expect(diff(beside, [['libvirt', 'title'], 'z'])).toEqual([
      '-      title: x # its title',
      '+      title: z # its title',
    ])
    expect(diff(beside, [['libvirt', 'description'], 'd'])).toEqual(['+    description: d'])
    expect(diff(beside, [['cpu'], 2])).toEqual(['+    cpu: 2'])
  })

  it('a new name', () => {
    const file = readSpecs(beside)
    const spec = file.designs[0]?.spec ?? {}
    expect(updateSpecText(file, { name: 'new name', spec })).toBe(
      beside.replace('web:', 'new name:').replace('web-libvirt', 'new name-libvirt'),
    )
    const two = readSpecs('vms:\n  a: {ram: 1G} # one\n  b: {ram: 2G}\n')
    expect(updateSpecText(two, { name: 'c', spec: { ram: '1G', cpu: 2 } }, { was: 'a' })).toBe(
      'vms:\n  c: {ram: 1G, cpu: 2} # one\n  b: {ram: 2G}\n',
    )
    expect(updateSpecText(two, { name: 'c', spec: {} })).toBe(
      'vms:\n  a:\n    ram: 1G\n  b:\n    ram: 2G\n  c: {}\n',
    )
  })

  it('a bare spec, line ends of Windows, no line end at the end', () => {
    expect(changed('ram: 8G # much\r\ncpu: 2', [['firmware'], 'uefi-secure'])).toBe(
      'ram: 8G # much\r\ncpu: 2\r\nfirmware: uefi-secure',
    )
    expect(changed('ram: 8G # much\r\ncpu: 2\r\n', [['libvirt', 'snippets'], ['<a b="c">\n</a>\n']])).toBe(
      'ram: 8G # much\r\ncpu: 2\r\nlibvirt:\r\n  snippets:\r\n    - |\r\n      <a b="c">\r\n      </a>\r\n',
    )
  })

  it('JSON stays JSON', () => {
    expect(changed('{\n  "name": "web",\n  "spec": {\n    "ram": "8G"\n  }\n}\n', [['cpu'], 2])).toBe(
      '{\n  "name": "web",\n  "spec": {\n    "ram": "8G",\n    "cpu": 2\n  }\n}\n',
    )
    expect(changed('{"vms": {"web": {"ram": "8G"}}}', [['cpu'], 2])).toBe(
      '{"vms":{"web":{"ram":"8G","cpu":2}}}\n',
    )
  })

  it('several documents, and an empty spec that is filled', () => {
    expect(changed('# one\nvms:\n  web:\n---\n# two\nvms: {b: {ram: 1G}}\n', [['cpu'], 2])).toBe(
      '# one\nvms:\n  web: {cpu: 2}\n---\n# two\nvms: {b: {ram: 1G}}\n',
    )
  })

  it('takes over what `<<` gives, and undoes it', () => {
    const merged =
      'vms:\n  web:\n    <<: &base {ram: 1G, cpu: 2} # shared\n    firmware: uefi-secure\n  b: *base\n'
    expect(diff(merged, [['ram'], '2G'])).toEqual(['+    ram: 2G'])
    expect(diff(merged, [['cpu']])).toEqual(['+    cpu: null'])
  })

  it('what others share by an anchor is not changed under them: the file is written anew', () => {
    const shared = '# lost\nvms:\n  web: &web\n    ram: 1G\n  b: *web\n'
    expect(changed(shared, [['ram'], '2G'])).toBe('vms:\n  web:\n    ram: 2G\n  b:\n    ram: 1G\n')
  })

  it('values that were wrong stay where they are', () => {
    const file = readSpecs('vms:\n  web:\n    rma: 8G # typo\n    cpu: many\n')
    expect(updateSpecText(file, { name: 'web', spec: { ram: '8G' } })).toBe(
      'vms:\n  web:\n    ram: 8G\n    rma: 8G # typo\n    cpu: many\n',
    )
  })
})

it('a large file is updated while one types', () => {
  const disk = (index: number) =>
    `        - type: file # disk ${index}\n          source: {file: "/var/lib/libvirt/images/${index}.qcow2"}\n          target: {dev: vd${index}, bus: virtio}\n`
  const large = `vms:\n  web:\n    ram: 8G\n    libvirt:\n      devices:\n        disks:\n${Array.from({ length: 280 }, (_, index) => disk(index)).join('')}`
  const file = readSpecs(large)
  const spec = applyChanges(file.designs[0]?.spec ?? {}, [
    { path: ['libvirt', 'devices', 'disks', 140, 'source', 'file'], value: '/x' },
  ])
  const times = Array.from({ length: 9 }, () =>
    busyMilliseconds(() =>
      expect(updateSpecText(file, { name: 'web', spec })).toContain('source: {file: /x}'),
    ),
  ).toSorted((a, b) => a - b)
  // Far above what it takes, for a machine that is busy.
  expect(times[4]).toBeLessThan(400)
})
