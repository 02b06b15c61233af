/** The line that a person would write gives the guest what libvirt's line gives it. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  argvOf,
  type Design,
  type HostFacts,
  readSpecs,
  renderArgv,
  renderShortLine,
  resolve,
} from '../src/core/index.ts'
import { deviceDefaults } from '../src/core/short-line/index.ts'
import { presets } from '../src/presets/index.ts'
import { type Guest, type GuestDevice, guestOf } from './guest-devices.ts'
import { needs, shared } from './shared.ts'
import { versionOf } from './start-line.ts'

const samples = path.join(shared, 'samples/vm')

const designs: readonly { readonly name: string; readonly text: () => string }[] = [
  ...presets.map(({ id, text }) => ({ name: id, text: () => text })),
  ...['web', 'arch', 'gpu-workstation'].map((name) => ({
    name,
    text: () => readFileSync(path.join(samples, `${name}.yml`), 'utf8'),
  })),
]

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vmwright-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** As small as this machine is. */
function smallDesign(text: string, name: string): Design {
  const [design] = readSpecs(text, { defaultName: name }).designs
  if (design === undefined) throw new Error('the text has no design')
  return { ...design, spec: { ...design.spec, ram: '512M' } }
}

const facts: HostFacts = {
  arch: 'x86_64',
  distro: 'debian',
  connection: 'system',
  ssh_public_key: 'ssh-ed25519 AAAAexample ada@example',
  paths: { state_dir: '/var/vms/{name}' },
}

/** What may differ: each thing with its reason. */
const differences: readonly {
  readonly why: string
  readonly type: RegExp
  readonly keys: readonly string[]
}[] = [
  {
    why: 'where a device is',
    type: /./,
    keys: ['addr', 'multifunction', 'port', 'nr', 'cad', 'channel', 'scsi-id', 'lun', 'unit'],
  },
  { why: 'what others call it', type: /./, keys: ['netdev', 'drive', 'chardev', 'memdev'] },
  { why: 'the order that the firmware has anyway', type: /./, keys: ['bootindex'] },
  { why: 'on the root bus virtio speaks to old drivers, too', type: /^virtio-/, keys: ['disable-legacy'] },
  { why: 'QEMU makes a card of -nic without MSI-X', type: /^virtio-net-/, keys: ['vectors'] },
]

/** The serial number that QEMU gives to a disk without one is that of its port. */
const numberOfPort = /^"QM\d+"$/

/** Bridges that only make places for other devices. */
const ports = new Set(['pcie-root-port', 'pcie-pci-bridge'])

function sameForGuest({ devices, pci, media, machine }: Guest) {
  return {
    devices: devices
      .filter(({ type }) => !ports.has(type))
      .map(withoutPlace)
      .toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
    pci: pci
      .filter((one) => !one.startsWith('PCI bridge '))
      .map(asModern)
      .toSorted(),
    media,
    machine: machine.toSorted(),
  }
}

function withoutPlace({ type, properties }: GuestDevice): object {
  const differs = differences.flatMap((one) => (one.type.test(type) ? one.keys : []))
  const same = [...properties].filter(
    ([key, value]) => !differs.includes(key) && !(key === 'serial' && numberOfPort.test(value)),
  )
  return { type, ...Object.fromEntries(same) }
}

/** The ids of virtio devices for new drivers alone, by those of devices that speak to old ones, too. Virtio 1.2, 4.1.2. */
const modern: Readonly<Record<string, string>> = {
  '1000': '1041',
  '1001': '1042',
  '1002': '1045',
  '1003': '1043',
  '1004': '1048',
  '1005': '1044',
  '1009': '1049',
}

function asModern(text: string): string {
  return text.replace(/1af4:(10\w\w) 1af4:\w+$/, (_, id: string) => `1af4:${modern[id] ?? id}`)
}

describe.each(designs)('the short line of $name', ({ name, text }) => {
  test('gives the guest what the long one gives it', { timeout: 300_000 }, async (context) => {
    needs(context, existsSync(samples), '../shared is not there')
    const design = smallDesign(text(), name)
    const program = argvOf(renderArgv(resolve(design, facts, 'qemu')))[0] ?? ''
    const version = versionOf(program)
    needs(context, version !== undefined, `${program} is not installed`)
    const resolved = resolve(
      design,
      { ...facts, ...(version === undefined ? {} : { qemu: version }) },
      'qemu',
    )
    const guests: Guest[] = []
    for (const [index, command] of [renderArgv(resolved), renderShortLine(resolved)].entries()) {
      const place = path.join(folder, String(index))
      mkdirSync(place)
      guests.push(await guestOf(argvOf(command), place))
    }
    const [long, short] = guests
    expect(short?.refusals).toEqual([])
    expect(long?.devices.length).toBeGreaterThan(10)
    expect(short && sameForGuest(short)).toEqual(long && sameForGuest(long))
  })
})

test('what the table says of defaults is what QEMU says', (context) => {
  needs(context, versionOf('qemu-system-x86_64') !== undefined, 'qemu-system-x86_64 is not installed')
  for (const { driver, key, value } of deviceDefaults) {
    const { stdout } = spawnSync('qemu-system-x86_64', ['-device', `${driver},help`], { encoding: 'utf8' })
    const said = new RegExp(`^ +${key}=.*\\(default: "?(\\w+)`, 'm').exec(stdout)?.[1]
    // QEMU 7.2 says true and false.
    const shown = said === 'true' ? 'on' : said === 'false' ? 'off' : said
    expect({ driver, key, default: shown }).toEqual({ driver, key, default: value })
  }
})

test('the sample arch takes at most 60 words', (context) => {
  needs(context, existsSync(samples), '../shared is not there')
  const text = readFileSync(path.join(samples, 'arch.yml'), 'utf8')
  const [design] = readSpecs(text).designs
  const words = design === undefined ? [] : argvOf(renderShortLine(resolve(design, facts, 'qemu')))
  expect(words).toContain('user,model=virtio-net-pci,hostfwd=tcp:127.0.0.1:2224-:22')
  expect(words.length).toBeLessThanOrEqual(60)
})
