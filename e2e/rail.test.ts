/** What the rail says of a machine in numbers is what its XML has, counted by a parser that is not ours. */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { parts } from '../src/app/parts.ts'
import { type Design, guestSystems, readSpecs, renderXmlText, resolve } from '../src/core/index.ts'
import { designOf, presets } from '../src/presets/index.ts'
import { generatedDesigns } from './generated-designs.ts'
import { needs, shared } from './shared.ts'

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

function parsed(xml: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += text
  })
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  const [domain] = top.children
  if (domain === undefined) throw new Error('the XML has no element')
  return domain
}

/** The elements at the end of a way of names, such as devices/disk. */
function all(element: Element, way: string): Element[] {
  return way
    .split('/')
    .reduce(
      (found, name) => found.flatMap(({ children }) => children.filter((one) => one.name === name)),
      [element],
    )
}

/** The numbers that a reader takes from the rail. */
function saidByRail(design: Design) {
  const resolved = resolve(design, undefined, 'libvirt')
  const part = (id: string) => {
    const one = parts.find((each) => each.id === id)
    return { words: one?.sentence(design, resolved) ?? '', count: one?.count?.(design, resolved) ?? 0 }
  }
  const disks = part('disks')
  const numberIn = (words: string, of: RegExp) => Number(of.exec(words)?.[1] ?? 0)
  const network = part('network')
  const memory = part('memory').words.split(', ')[0] ?? ''
  const cpu = /^(?:(\d+) of )?(\d+) vCPU/.exec(part('cpu').words)
  return {
    memory: bytes(memory),
    vcpus: Number(cpu?.[2]),
    vcpusAtStart: Number(cpu?.[1] ?? cpu?.[2]),
    allDisks: disks.count,
    disks: (disks.words.startsWith('root disk') ? 1 : 0) + numberIn(disks.words, /(\d+) more disks?/),
    cds: (/\bseed\b/.test(disks.words) ? 1 : 0) + numberIn(disks.words, /(\d+) CDs?/),
    floppies: numberIn(disks.words, /(\d+) flopp/),
    cards: network.count,
    ssh: numberIn(network.words, /SSH on (\d+)/),
    ports: numberIn(network.words, /(\d+) ports?/) + (network.words.includes('SSH on') ? 1 : 0),
    displays: part('displays').count,
    displayWords: wordsOf(part('displays').words),
    shares: part('shares').count,
    shareWords: wordsOf(part('shares').words),
    hostdevs: part('hostdevs').count,
    hostdevWords: sumOf(part('hostdevs').words),
    channels: part('channels').count,
    others: part('devices').count,
    isUefi: part('firmware').words.startsWith('UEFI'),
    isSecure: part('firmware').words.includes('Secure Boot'),
    hasTpm: part('security').words.startsWith('TPM'),
  }
}

const wordsOf = (words: string) => (words === 'none' ? 0 : words.split(', ').length)
const sumOf = (words: string) =>
  words === 'none' ? 0 : words.split(', ').reduce((sum, one) => sum + Number(/^\d+/.exec(one)?.[0]), 0)

/** The same numbers, of what libvirt is given. */
function saidByXml(design: Design): ReturnType<typeof saidByRail> {
  const domain = parsed(renderXmlText(resolve(design, undefined, 'libvirt').domain))
  const devices = (name: string) => all(domain, `devices/${name}`)
  const of = (kind: string) =>
    devices('disk').filter(({ attributes }) => (attributes['device'] ?? 'disk') === kind).length
  const [memory] = all(domain, 'memory')
  const [vcpu] = all(domain, 'vcpu')
  const ranges = all(domain, 'devices/interface/portForward/range').filter(
    ({ attributes }) => attributes['exclude'] !== 'yes',
  )
  const port = ({ attributes }: Element, key: string) => Number(attributes[key] ?? attributes['start'])
  const length = (range: Element) => port(range, 'end') - port(range, 'start') + 1
  const ssh = ranges.find((range) => port(range, 'to') === 22 && length(range) === 1)
  const displays =
    devices('graphics').length +
    devices('video').filter((video) => all(video, 'model')[0]?.attributes['type'] !== 'none').length
  const [console] = devices('console')
  const isSerialAgain =
    console !== undefined &&
    devices('serial').length > 0 &&
    (all(console, 'target')[0]?.attributes['type'] ?? 'serial') === 'serial'
  const [loader] = all(domain, 'os/loader')
  const isUefi =
    all(domain, 'os')[0]?.attributes['firmware'] === 'efi' || loader?.attributes['type'] === 'pflash'
  return {
    memory: bytes(`${memory?.text} ${memory?.attributes['unit'] ?? 'KiB'}`),
    vcpus: Number(vcpu?.text),
    vcpusAtStart: Number(vcpu?.attributes['current'] ?? vcpu?.text),
    allDisks: devices('disk').length,
    disks: of('disk') + of('lun'),
    cds: of('cdrom'),
    floppies: of('floppy'),
    cards: devices('interface').length,
    ssh: ssh === undefined ? 0 : port(ssh, 'start'),
    ports: ranges.reduce((sum, range) => sum + length(range), 0),
    displays,
    displayWords: displays,
    shares: devices('filesystem').length,
    shareWords: devices('filesystem').length,
    hostdevs: devices('hostdev').length,
    hostdevWords: devices('hostdev').length,
    channels:
      ['channel', 'serial', 'parallel', 'console', 'vsock'].reduce(
        (sum, name) => sum + devices(name).length,
        0,
      ) - (isSerialAgain ? 1 : 0),
    others: otherElements.reduce((sum, name) => sum + devices(name).length, 0),
    isUefi,
    isSecure:
      isUefi &&
      (loader?.attributes['secure'] === 'yes' ||
        all(domain, 'os/firmware/feature').some(
          ({ attributes }) => attributes['name'] === 'secure-boot' && attributes['enabled'] === 'yes',
        )),
    hasTpm: devices('tpm').length > 0,
  }
}

const otherElements = [
  ...['input', 'controller', 'sound', 'audio', 'rng', 'watchdog', 'panic', 'redirdev', 'redirfilter'],
  ...['smartcard', 'hub', 'shmem', 'crypto', 'nvram', 'pstore', 'lease'],
]

const units: Readonly<Record<string, number>> = {
  K: 2 ** 10,
  KiB: 2 ** 10,
  M: 2 ** 20,
  MiB: 2 ** 20,
  G: 2 ** 30,
  GiB: 2 ** 30,
  T: 2 ** 40,
}

function bytes(size: string): number {
  const [, number, unit = 'MiB'] = /^(\d+(?:\.\d+)?) ?([A-Za-z]+)?$/.exec(size) ?? []
  return Number(number) * (units[unit] ?? Number.NaN)
}

function expectAgreement(design: Design): void {
  const said = saidByRail(design)
  expect({ design: design.name, ...said }).toEqual({ design: design.name, ...saidByXml(design) })
  expect(Number.isFinite(said.memory)).toBe(true)
}

test.each(presets)('the preset $id', (preset) => {
  expectAgreement(designOf(preset))
})

describe.each(['web', 'arch', 'gpu-workstation'])('the sample %s', (name) => {
  test('is counted as it is', (context) => {
    const file = path.join(shared, 'samples/vm', `${name}.yml`)
    needs(context, existsSync(file), '../shared is not there')
    const { designs } = readSpecs(readFileSync(file, 'utf8'))
    expect(designs.length).toBeGreaterThan(0)
    for (const design of designs) expectAgreement(design)
  })
})

test.each([
  ['with its installer', { installer: { url: 'https://example.org/it.iso' } }],
  [
    'with its answers',
    {
      installer: { path: '/srv/it.iso', drivers: { path: '/srv/virtio.iso' }, unattended: { enabled: true } },
    },
  ],
  ['installed', { installer: { path: '/srv/it.iso', done: true } }],
])('every system %s', (_, words) => {
  for (const { id } of guestSystems) expectAgreement({ name: id, spec: { guest: id, ...words } })
})

/** What one word of a design adds to the XML, takes from it, or does not bring into it. */
const odd: Readonly<Record<string, string>> = {
  'forwards where nothing is forwarded': `
    network: { mode: nat, port_forwards: ['8080:80'] }
    ssh: { port: 2222 }`,
  'a forward that is none': `
    network: { mode: user, port_forwards: ['8080:80', 'what'] }
    ssh: { port: 0 }`,
  'forwards of an interface of its own': `
    libvirt:
      devices:
        interfaces:
          - type: user
            port_forwards:
              - { proto: tcp, ranges: [{ start: 2022, to: 22 }, { start: 8000, end: 8009 }, { start: 8005, exclude: true }] }`,
  'devices of raw XML': `
    libvirt:
      snippets:
        - '<hostdev mode="subsystem" type="usb"><source><vendor id="0x1"/><product id="0x2"/></source></hostdev>'
        - '<interface type="bridge"><source bridge="br0"/></interface>'
        - '<filesystem><source dir="/srv"/><target dir="srv"/></filesystem>'
        - '<disk device="floppy"><target dev="fda"/></disk>'`,
  'devices that are left out': `
    source: { kind: cloud_image, url: https://example.org/it.qcow2 }
    libvirt: { leave_out: [root_disk], devices: { serial: [], console: [] } }`,
  'a screen that is none': `
    libvirt: { devices: { video: [{ model: none }] } }`,
  'memory and vCPUs of libvirt’s own': `
    ram: 1G
    cpu: 1
    libvirt: { memory: { value: 3 GiB }, vcpu: { value: 8, current: 2 } }`,
  'firmware files of its own': `
    libvirt: { os: { loader: { type: pflash, readonly: true, secure: true, value: /srv/code.fd } } }`,
}

test.each(Object.entries(odd))('%s', (name, words) => {
  const { designs } = readSpecs(`vms:\n  it:${words}\n`)
  expect(designs).toHaveLength(1)
  for (const { spec } of designs) expectAgreement({ name, spec })
})

test('60 designs made at random', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vmwright-rail-'))
  const files = {
    raw: path.join(folder, 'raw,1.img'),
    directory: folder,
    firmware: '/usr/share/OVMF/OVMF_CODE_4M.fd',
    variables: path.join(folder, 'variables.fd'),
  }
  for (const [index, { libvirt, vcpus }] of fc
    .sample(generatedDesigns(files), { seed: 12, numRuns: 60 })
    .entries())
    expectAgreement({ name: `vm${index}`, spec: { ram: '128M', cpu: vcpus, libvirt } })
})
