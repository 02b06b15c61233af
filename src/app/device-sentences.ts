/**
 * The devices of the VM in words and numbers. All of it is read from the Domain, so that what resolve adds, what raw XML
 * brings and what is left out are counted as the XML has them.
 */

import type { Design, Domain, Resolved } from './core.ts'
import { saidOrGiven } from './part-sentences.ts'
import { none, words } from './sentence-words.ts'
import { counted, t } from './words/index.ts'

type Devices = NonNullable<Domain['devices']>
type Interface = NonNullable<Devices['interfaces']>[number]

export const channelLists = ['channels', 'serial', 'parallel', 'console'] as const

/** Devices that have no part of their own, and QEMU itself. */
export const otherDevices = [
  'emulator',
  'inputs',
  'usb',
  'controllers',
  'sound',
  'audio',
  'rng',
  'watchdog',
  'panic',
  'redirdev',
  'redirfilter',
  'smartcard',
  'hub',
  'shmem',
  'crypto',
  'nvram',
  'pstore',
  'leases',
] as const

/** The root disk is the first one that is neither CD nor floppy: the guest starts from it, whoever says it. */
export function diskSentence(design: Design, resolved: Resolved): string {
  const { domain, paths, newDisks } = resolved
  const all = domain.devices?.disks ?? []
  const of = (kind: string) => all.filter(({ device = 'disk' }) => device === kind).length
  const hasSeed = all.some(({ source }) => source?.file === paths.seed)
  const disks = all.length - of('cdrom') - of('floppy')
  const cds = of('cdrom') - (hasSeed ? 1 : 0)
  const size =
    saidOrGiven('disk_size', design, resolved) ?? newDisks.find(({ file }) => file === paths.disk)?.size
  return words(
    [
      disks > 0 && (size === undefined ? t`root disk` : t`root disk ${size}`),
      disks > 1 && counted(disks - 1, 'more disk'),
      hasSeed && 'seed',
      cds > 0 && counted(cds, 'CD'),
      of('floppy') > 0 && (of('floppy') === 1 ? t`1 floppy` : t`${of('floppy')} floppies`),
    ],
    none,
  )
}

/** The ports that reach the guest: what is not forwarded by the XML is not said, though the design asks for it. */
export function networkSentence({ spec }: Design, { domain }: Resolved): string {
  const cards = domain.devices?.interfaces ?? []
  const ranges = cards.flatMap(forwardedRanges)
  const ssh = ranges.find(({ to, ports }) => to === 22 && ports === 1)
  const others = ranges.reduce((sum, { ports }) => sum + ports, 0) - (ssh === undefined ? 0 : 1)
  return words(
    [
      ...cards.map((card) => cardName(card, spec.network?.mode === 'nat')),
      ssh !== undefined && t`SSH on ${ssh.start}`,
      others > 0 && counted(others, 'port'),
    ],
    none,
  )
}

/** 'user', 'bridge br0'; a network of libvirt by the design’s own word, and by its name where it is not the usual one. */
function cardName({ type = 'user', source }: Interface, isNat: boolean): string {
  const name = source?.network === 'default' ? undefined : source?.network
  const kind = type === 'network' && isNat ? 'nat' : type
  return [kind, source?.bridge ?? name].filter((word) => word !== undefined).join(' ')
}

/** A forward without ranges forwards all ports, which nobody counts. */
function forwardedRanges({ port_forwards: forwards = [] }: Interface) {
  return forwards.flatMap(({ ranges = [] }) =>
    ranges.flatMap(({ start, end = start, to = start, exclude }) =>
      start === undefined || end === undefined || exclude === true
        ? []
        : [{ start, to, ports: Math.max(0, end - start + 1) }],
    ),
  )
}

/** A video card of the model none is libvirt’s word for no card. */
function videoCards({ devices }: Domain) {
  return (devices?.video ?? []).filter(({ model }) => model !== 'none')
}

export function displayCount(domain: Domain): number {
  return videoCards(domain).length + (domain.devices?.graphics?.length ?? 0)
}

export function displaySentence(_: Design, { domain }: Resolved): string {
  return words(
    [
      ...videoCards(domain).map(({ model }) => model ?? 'default'),
      ...(domain.devices?.graphics ?? []).map(({ type }) => type ?? 'display'),
    ],
    none,
  )
}

export function shareSentence(_: Design, { domain }: Resolved): string {
  return words((domain.devices?.filesystems ?? []).map(shareName), none)
}

function shareName({ target, source }: NonNullable<Devices['filesystems']>[number]): string {
  const first = Object.values(target ?? source ?? {})[0]
  return typeof first === 'object' || first === undefined ? 'share' : String(first)
}

export function hostdevSentence(_: Design, { domain }: Resolved): string {
  const given = (domain.devices?.hostdevs ?? []).map(({ type }) => type ?? 'device')
  return words(
    [...new Set(given)].map((kind) => {
      const count = given.filter((one) => one === kind).length
      return `${count} ${/^(?:pci|usb|scsi)$/.test(kind) ? kind.toUpperCase() : kind}`
    }),
    none,
  )
}

/** libvirt's manual: the first console of the type serial is the first serial port once more. */
function ownConsoles({ console = [], serial = [] }: Devices): number {
  const [first] = console
  const isSerial = first !== undefined && (first.target?.type ?? 'serial') === 'serial'
  return console.length - (isSerial && serial.length > 0 ? 1 : 0)
}

export function channelCount({ devices = {} }: Domain): number {
  const { channels = [], serial = [], parallel = [], vsock } = devices
  return (
    channels.length + serial.length + parallel.length + ownConsoles(devices) + (vsock === undefined ? 0 : 1)
  )
}

export function channelSentence(_: Design, { domain: { devices = {} } }: Resolved): string {
  const { channels = [], serial = [], parallel = [], vsock } = devices
  const consoles = ownConsoles(devices)
  return words(
    [
      ...channels.map(({ name, type }) => name ?? type ?? t`channel`),
      serial.length > 0 && (serial.length === 1 ? t`serial port` : counted(serial.length, 'serial port')),
      consoles > 0 && (consoles === 1 ? t`console` : counted(consoles, 'console')),
      parallel.length > 0 && counted(parallel.length, 'parallel port'),
      vsock !== undefined && 'vsock',
    ],
    none,
  )
}

/** How many of each there are; what can be there once is one. */
function countsOfOthers({ devices = {} }: Domain) {
  return otherDevices.map((key) => {
    const held = devices[key]
    return { key, count: Array.isArray(held) ? held.length : held === undefined ? 0 : 1 }
  })
}

/** QEMU itself is no device of the guest. */
export function otherDeviceCount(domain: Domain): number {
  return countsOfOthers(domain).reduce((sum, { key, count }) => sum + (key === 'emulator' ? 0 : count), 0)
}

const otherNames: Readonly<Partial<Record<(typeof otherDevices)[number], readonly [string, string]>>> = {
  inputs: ['input', 'inputs'],
  sound: [t`sound card`, t`sound cards`],
  audio: [t`audio backend`, t`audio backends`],
  controllers: [t`controller`, t`controllers`],
  emulator: [t`QEMU of its own`, t`QEMU of its own`],
  rng: [t`random numbers`, t`random numbers`],
  panic: [t`panic device`, t`panic devices`],
  redirdev: [t`USB redirection`, t`USB redirections`],
  redirfilter: [t`USB filter`, t`USB filters`],
  shmem: [t`shared memory`, t`shared memories`],
  leases: ['lease', 'leases'],
}

export function otherDeviceSentence(_: Design, { domain }: Resolved): string {
  return words(
    countsOfOthers(domain).map(({ key, count }) => {
      const [one, many] = otherNames[key] ?? [key, key]
      return count > 1 ? `${count} ${many}` : count === 1 && one
    }),
    none,
  )
}
