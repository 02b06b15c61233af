import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { busyMilliseconds } from '../busy-time.test-helper.ts'
import { formatPath } from '../finding.ts'
import { readSpecs, type SpecDocument } from './read-specs.ts'

/** `line:column-line:column code path: message`, one line each. */
function shown({ findings }: SpecDocument): string[] {
  return findings.map(({ position, code, path, message }) => {
    const place = position
      ? `${position.line}:${position.column}-${position.endLine}:${position.endColumn}`
      : '-'
    return `${place} ${code} ${formatPath(path)}: ${message}`
  })
}

const codes = (text: string) =>
  readSpecs(text).findings.map(({ code, position }) => `${position?.line} ${code}`)

describe('shapes', () => {
  it.each([
    ['vms', 'vms: {a: {ram: 1G}, vm: {ram: 2G}}', ['a', 'vm']],
    ['vm', 'vm: {libvirt: {ram: 1G}, vms: {ram: 2G}}', ['libvirt', 'vms']],
    ['a VM called vm', 'vm: {vm: {ram: 1G}}', ['vm']],
    [
      'named',
      'a: {vm: {ram: 1G}}\nlibvirt: {vm: {cpu: 1}}\na-libvirt: {vm: {cpu: 2}}',
      ['a', 'libvirt', 'a-libvirt'],
    ],
    ['bare', 'ram: 1G', ['box']],
    ['bare, with another name of a key', 'cpus: 1', ['box']],
    ['JSON output', '{"name": "web", "spec": {"ram": "1G"}}', ['web']],
    ['several documents', 'ram: 1G\n---\nvms: {a: {}}\n---\n', ['box', 'a']],
    ['a VM without a word', 'vms:\n  a:\n  b: ~\n', ['a', 'b']],
  ])('%s', (_shape, text, names) => {
    const read = readSpecs(text, { defaultName: 'box' })
    expect(read.findings).toEqual([])
    expect(read.designs.map(({ name }) => name)).toEqual(names)
  })

  it('NAME-libvirt is part of its VM', () => {
    const read = readSpecs(
      'a-libvirt: {libvirt: {title: t, devices: {tpm: [{model: tpm-crb}]}}}\na: {vm: {libvirt: {devices: {video: [{model: qxl}]}}}}',
    )
    expect(read.findings).toEqual([])
    expect(read.designs[0]?.spec.libvirt).toEqual({
      title: 't',
      devices: { tpm: [{ model: 'tpm-crb' }], video: [{ model: 'qxl' }] },
    })
  })
})

describe('values', () => {
  const specOf = (text: string) => {
    const read = readSpecs(text)
    expect(read.findings).toEqual([])
    return read.designs[0]?.spec
  }

  it('a text stays as it was written, whatever YAML takes it for', () => {
    expect(
      specOf(
        'ram: 1024\ncloud_init: {write_files: [{path: /a, perms: 0644}], hostname: 0x10, locale: 1.10, timezone: True}',
      ),
    ).toEqual({
      ram: '1024',
      cloud_init: {
        write_files: [{ path: '/a', perms: '0644' }],
        hostname: '0x10',
        locale: '1.10',
        timezone: 'True',
      },
    })
  })

  it('numbers and flags are read in their usual spellings', () => {
    expect(
      specOf('cpu: "4"\nautostart: yes\nlibvirt: {features: {kvm: {hidden: true}, hyperv: {relaxed: off}}}'),
    ).toMatchObject({
      cpu: 4,
      autostart: true,
      libvirt: { features: { kvm: { hidden: 'on' } } },
    })
    expect(specOf('%YAML 1.1\n---\nautostart: on\nlibvirt: {features: {kvm: {hidden: yes}}}')).toMatchObject({
      autostart: true,
      libvirt: { features: { kvm: { hidden: 'on' } } },
    })
  })

  it('what the table passes on keeps its types', () => {
    const ethernets = '{eth0: {dhcp4: true, mtu: 1500, match: null, addresses: [0x10, "1"]}}'
    expect(specOf(`cloud_init: {network: {ethernets: ${ethernets}}}`)).toEqual({
      cloud_init: {
        network: { ethernets: { eth0: { dhcp4: true, mtu: 1500, match: null, addresses: [16, '1'] } } },
      },
    })
  })

  it('a key without a value says nothing', () => {
    expect(specOf('ram:\ncpu: ~\nnetwork:\nautostart: true\n')).toEqual({ autostart: true })
    expect(specOf('cpu:\ncpus: 3\n')).toEqual({ cpu: 3 })
  })

  it('anchors, aliases and merge keys', () => {
    const read = readSpecs(
      'vms:\n  a: &a {ram: 1G, network: &n {mode: nat}}\n  b: {<<: *a, cpu: 2}\n  c: {ram: 2G, <<: [{cpu: 3}, *a], network: *n}\n',
    )
    expect(read.findings).toEqual([])
    expect(read.designs.map(({ spec }) => spec)).toEqual([
      { ram: '1G', network: { mode: 'nat' } },
      { ram: '1G', network: { mode: 'nat' }, cpu: 2 },
      { ram: '2G', network: { mode: 'nat' }, cpu: 3 },
    ])
  })
})

it('everything that is wrong is said where it stands, and the rest is kept', async () => {
  const read = readSpecs(`vms:
  web:
    ram: much
    memmory: 4G
    disks: []
    cpus: 0
    cpu:
    firmware: uefi
    autostart: perhaps
    disk_size: {a: 1}
    source: {kind: bootc, url: "https://example.org"}
    network:
      mac: 52:54:00
      port_forwards: [8080:80, x, 1:2]
    ssh: {port: 99999, key_injection: 1}
    cloud_init: {packages: [a], package: [b], users: [{}, {name: ok}]}
    libvirt:
      memmory: 5
      devices:
        video: [{model: virtoi, heads: 99}]
        disks: 4
        graphics:
          - {type: spice, listen: {typ: socket}}
          - ~
    rma: 1
    rma: 2
`)
  await expect(`${shown(read).join('\n')}\n\n${JSON.stringify(read.designs, null, 1)}\n`).toMatchFileSnapshot(
    '__snapshots__/wrong-values.txt',
  )
})

it('a file that is no description of VMs is refused with what would be one', async () => {
  const texts = [
    '',
    '# nothing\n',
    '- a\n',
    'text',
    'web: {ram: 8G}',
    'vm: {ram: 8G}',
    'vms: [a]',
    'vms: {a: {vm: 1}}\nversion: 2',
    'a: {vm: {ram: 1G}, more: 1}\na-libvirt: {libvirt: {}, x: 1}',
    'a: {vm: {libvirt: {title: x}}}\na-libvirt: {libvirt: {title: y}}\nb-libvirt: {libvirt: {}}',
    'vms: {a: {}}\n---\nvms: {a: {}, "b/c": {}, "": {}}',
    'ram: [1',
    'ram: 1G\n\tcpu: 2',
    'a: *nothing\nvms: {b: *nothing, c: {<<: 1}}',
    '? [a]\n: 1\n__proto__: {x: 1}\nvms: {a: {}}',
    'vms: {a: {}, a: {cpu: 1}, __proto__: {}, <<: {}}\nvms: {}',
    'ram: !mine 8G',
  ]
  const said = texts.map((text) =>
    [`> ${text.replaceAll('\n', '\n> ')}`, ...shown(readSpecs(text)), ''].join('\n'),
  )
  await expect(said.join('\n')).toMatchFileSnapshot('__snapshots__/wrong-files.txt')
})

describe('positions', () => {
  const text = `vms:
  web:
    cpus: 4
    libvirt:
      devices:
        graphics:
          - type: spice
            listen: 127.0.0.1
        video: [{model: virtio}]
`
  it.each([
    [['cpu'], 'value', '3:11'],
    [['cpu'], 'key', '3:5'],
    [['libvirt', 'devices', 'graphics', 0], 'value', '7:13'],
    [['libvirt', 'devices', 'graphics', 0, 'listen', 0, 'address'], 'value', '8:21'],
    [['libvirt', 'devices', 'graphics', 0, 'listen', 0, 'address'], 'key', '8:21'],
    [['libvirt', 'devices', 'video', 0, 'model'], 'key', '9:18'],
    [['libvirt', 'devices', 'video', 7], 'value', '9:16'],
    [['ram'], 'value', '3:5'],
  ] as const)('%j (%s) is at %s', (path, part, expected) => {
    const position = readSpecs(text).positionOf('web', path, part)
    expect(`${position?.line}:${position?.column}`).toBe(expected)
  })

  it('there is none in a VM that is not there', () => {
    expect(readSpecs(text).positionOf('other', ['cpu'])).toBeUndefined()
  })
})

describe('hostile texts', () => {
  const nested = (open: string, times: number) => open.repeat(times)
  const rounds = Array.from(
    { length: 12 },
    (_, n) =>
      `k${n}: &k${n} [${Array(9)
        .fill(n === 0 ? 'x' : `*k${n - 1}`)
        .join(', ')}]`,
  )

  it.each([
    ['brackets', nested('[', 100_000)],
    ['braces', nested('{a: ', 100_000)],
    ['dashes', nested('- ', 100_000)],
    ['question marks', nested('? ', 100_000)],
    ['indents', Array.from({ length: 2000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
  ])('too deep: %s', (_what, text) => {
    expect(codes(text)).toEqual(['1 yaml.too-deep'])
  })

  it('too long', () => {
    expect(codes(`# ${'x'.repeat(9 * 1024 * 1024)}`)).toEqual(['1 yaml.too-long'])
  })

  it('aliases that grow without end', () => {
    expect(codes(`${rounds.join('\n')}\nram: 1G`)).toContain('1 yaml.too-many-aliases')
    expect(codes('ram: &a [*a]\ncpu: &b {<<: *b}')).toContain('1 yaml.too-many-aliases')
  })

  it('many keys and many duplicates take linear time', () => {
    const text = Array.from({ length: 20_000 }, (_, n) => `k${n % 10_000}: 1`).join('\n')
    expect(busyMilliseconds(() => readSpecs(text))).toBeLessThan(8000)
  })

  it('never throws', () => {
    const pieces = fc.constantFrom(
      ...['vms', 'vm', 'a', 'ram', 'libvirt', 'a-libvirt', 'name', 'spec', '__proto__', 'constructor', '<<'],
      ...[
        ': ',
        '\n',
        '\n  ',
        '\n    ',
        '- ',
        '? ',
        '{',
        '}',
        '[',
        ']',
        ', ',
        '&a ',
        '*a',
        '!!str ',
        '|',
        '>',
        '"',
        "'",
      ],
      ...['1', '~', '%YAML 1.1\n', '---\n', '...\n', '#', '\t', '\r', '\u0000', '\ufeff', '@', '`'],
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
          fc.string(),
        ),
        (text) => {
          const read = readSpecs(text)
          expect(read.designs.length + read.findings.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 1500 },
    )
  })
})

it('one slip that ends a document is told once, and documents behind it are read', () => {
  const { findings, designs } = readSpecs(
    `a:\n  vm:\n    ram: 2G\n b\n${'    - {vcpu: 1}\n'.repeat(1000)}---\nb:\n  vm:\n    nonsense: 2\n`,
  )
  expect(findings.filter(({ code }) => code === 'yaml.syntax').length).toBeLessThan(5)
  expect(findings.map(({ code }) => code)).toContain('spec.unknown-key')
  expect(designs.map(({ name }) => name)).toContain('b')
})

it('words without end behind the end of a map are told of a few times', () => {
  const { findings } = readSpecs(`a:\n  vm: {ram: 2G}${' "" "x"'.repeat(5000)}\n`)
  expect(findings.length).toBeGreaterThan(0)
  expect(findings.length).toBeLessThan(20)
})

it('items of a list in a map are told of a few times, and keys behind them are read', () => {
  const { findings, designs } = readSpecs(`ram: 2G\n${'- x\n'.repeat(5000)}cpu: 3\n`)
  expect(findings.map(({ message }) => message)).toContain('Unexpected block-seq-ind on same line with key.')
  expect(findings.length).toBeLessThan(50)
  expect(findings.filter(({ position }) => position?.line === 5002)).toEqual([])
  expect(designs.map(({ spec }) => [spec.ram, spec.cpu])).toEqual([['2G', 3]])
})
