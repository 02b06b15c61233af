/** What each part of the VM is now, in words. */
import { ownValue } from '../core/index.ts'
import type { Design, Resolved, VmSpec } from './core.ts'
import type { KeyOf } from './spec-path.ts'

export type Libvirt = NonNullable<VmSpec['libvirt']>
export type Devices = NonNullable<Libvirt['devices']>

/** Lists below `libvirt.devices` that have no part of their own. */
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

export const channelLists = ['channels', 'serial', 'parallel', 'console'] as const

export function devicesOf({ spec }: Design): Devices {
  return spec.libvirt?.devices ?? {}
}

/** The parts of a sentence that there are, with commas; `none` when there is none. */
function words(parts: readonly (string | false | undefined)[], none: string): string {
  const there = parts.filter((part) => part !== undefined && part !== false && part !== '')
  return there.length === 0 ? none : there.join(', ')
}

/** '2 shares', '1 share'. */
function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

const sourceNames = {
  cloud_image: 'cloud image',
  bootc: 'bootc container',
  clone: 'clone',
  imported: 'disk that is there',
  bootstrap: 'bootstrapped',
}

export function sourceSentence({ spec }: Design): string {
  const { source = {}, disk_size: size, installer, guest } = spec
  const { kind, distro } = source
  if (kind === undefined)
    return words(
      [
        guest,
        size !== undefined && `new disk, ${size}`,
        installer !== undefined && (installer.done === true ? 'installed' : 'from its installer'),
      ],
      'Not chosen yet',
    )
  const what = {
    cloud_image: distro ?? fileName(source.url),
    bootc: source.box,
    clone: source.from_vm,
    imported: source.libvirt_name,
    bootstrap: distro ?? source.builder,
  }[kind]
  const name = sourceNames[kind]
  return words([what === undefined ? name : `${name} ${what}`, size], 'Not chosen yet')
}

function fileName(url: string | undefined): string | undefined {
  return url?.split('/').at(-1)
}

export function cpuSentence({ spec }: Design, { domain }: Resolved): string {
  const count = domain.vcpu?.value ?? spec.cpu ?? 1
  const pins = spec.libvirt?.cputune?.vcpupin?.length ?? 0
  return words(
    [
      counted(count, 'vCPU', 'vCPU'),
      domain.cpu?.mode ?? spec.libvirt?.cpu?.mode,
      domain.cpu?.model?.value,
      pins > 0 && 'pinned',
    ],
    'default',
  )
}

export function memorySentence({ spec }: Design, { domain }: Resolved): string {
  const backing = spec.libvirt?.memory_backing
  return words(
    [
      spec.ram ?? domain.memory?.value,
      backing?.hugepages !== undefined && 'hugepages',
      domain.memory_backing?.access?.mode === 'shared' && 'shared',
      backing?.locked !== undefined && 'locked',
    ],
    'default',
  )
}

const firmwareNames = {
  bios: 'BIOS',
  'uefi-insecure': 'UEFI',
  'uefi-secure': 'UEFI, Secure Boot',
}

/** A word of the design, or what its system gives where the author says none. */
export function saidOrGiven(word: 'firmware' | 'disk_size', { spec }: Design, { guestWords }: Resolved) {
  return spec[word] ?? guestWords.find(({ path }) => path[0] === word)?.value
}

/** The first disk is the one that the guest starts from, whoever says it. */
export function diskSentence(design: Design, resolved: Resolved): string {
  const { domain, paths, newDisks } = resolved
  const disks = domain.devices?.disks ?? []
  const hasSeed = disks.some(({ source }) => source?.file === paths.seed)
  const more = disks.length - 1 - (hasSeed ? 1 : 0)
  const size =
    saidOrGiven('disk_size', design, resolved) ?? newDisks.find(({ file }) => file === paths.disk)?.size
  return words(
    [
      more >= 0 && (size === undefined ? 'root disk' : `root disk ${size}`),
      hasSeed && 'seed',
      more > 0 && `${more} more`,
    ],
    'none',
  )
}

export function networkSentence(design: Design, { domain }: Resolved): string {
  const own = devicesOf(design).interfaces ?? []
  // Without the interface that is filled in, the author's own are all there is.
  if (own.length === (domain.devices?.interfaces?.length ?? 0)) {
    return words(
      own.map(({ type }) => type ?? 'user'),
      'none',
    )
  }
  const { network, ssh } = design.spec
  const forwards = network?.port_forwards?.length ?? 0
  const port = ssh?.port ?? 0
  const more = own.length
  return words(
    [
      network?.mode ?? 'user',
      network?.bridge,
      port !== 0 && `SSH on ${port}`,
      forwards > 0 && counted(forwards, 'port'),
      more > 0 && `${more} more`,
    ],
    'user',
  )
}

/** Lists that the system that runs in it may give; what the author says of one is all of it. */
export function saidOrGivenDevices<K extends 'video' | 'graphics' | 'inputs' | 'tpm'>(
  list: K,
  design: Design,
  { domain }: Resolved,
): Devices[K] {
  return devicesOf(design)[list] ?? domain.devices?.[list]
}

export function displaySentence(design: Design, resolved: Resolved): string {
  const video = saidOrGivenDevices('video', design, resolved) ?? []
  const graphics = saidOrGivenDevices('graphics', design, resolved) ?? []
  return words(
    [...video.map(({ model }) => model ?? 'default'), ...graphics.map(({ type }) => type ?? 'display')],
    'none',
  )
}

/** How many are in a list; what there is once is not counted. */
export function countOf(held: unknown): number {
  return Array.isArray(held) ? held.length : 0
}

function shareName({ target, source }: NonNullable<Devices['filesystems']>[number]): string {
  const first = Object.values(target ?? source ?? {})[0]
  return typeof first === 'object' || first === undefined ? 'filesystems' : String(first)
}

/** How many are in all of these lists. */
export function countAll(design: Design, lists: readonly KeyOf<Devices>[]): number {
  const held = devicesOf(design)
  return lists.reduce((sum, list) => sum + countOf(held[list]), 0)
}

export function firmwareSentence(design: Design, resolved: Resolved): string {
  return words(
    [
      ownValue(firmwareNames, String(saidOrGiven('firmware', design, resolved) ?? 'bios')),
      design.spec.machine ?? resolved.domain.os?.machine,
      design.spec.autostart === true && 'starts with the host',
    ],
    'BIOS',
  )
}

export function shareSentence(design: Design): string {
  return words((devicesOf(design).filesystems ?? []).map(shareName), 'none')
}

export function hostdevSentence(design: Design): string {
  const given = (devicesOf(design).hostdevs ?? []).map(({ type }) => type ?? 'device')
  return words(
    [...new Set(given)].map((kind) => {
      const count = given.filter((one) => one === kind).length
      return `${count} ${/^(?:pci|usb|scsi)$/.test(kind) ? kind.toUpperCase() : kind}`
    }),
    'none',
  )
}

export function channelSentence(design: Design): string {
  const { channels = [], vsock } = devicesOf(design)
  const count = countAll(design, channelLists)
  return words(
    [...channels.map(({ name, type }) => name ?? type ?? 'channels'), vsock !== undefined && 'vsock'],
    count > 0 ? counted(count, 'line') : 'serial console',
  )
}

export function otherDeviceSentence(design: Design, resolved: Resolved): string {
  return words(
    otherDevices.map((key) => {
      const held = key === 'inputs' ? saidOrGivenDevices(key, design, resolved) : devicesOf(design)[key]
      const count = countOf(held)
      return held !== undefined && (count > 1 ? `${count} ${key}` : key)
    }),
    'none',
  )
}

export function securitySentence(design: Design, resolved: Resolved): string {
  return words(
    [
      countOf(saidOrGivenDevices('tpm', design, resolved)) > 0 && 'TPM',
      design.spec.libvirt?.launch_security?.type,
      design.spec.libvirt?.seclabel !== undefined && 'label',
    ],
    'libvirt’s defaults',
  )
}

export function tuningSentence({
  spec: { libvirt: { iothreads, features, clock, numatune } = {} },
}: Design): string {
  return words(
    [
      iothreads !== undefined && counted(iothreads, 'I/O thread'),
      features !== undefined && 'features',
      clock !== undefined && 'clock',
      numatune !== undefined && 'NUMA',
    ],
    'none',
  )
}

export function accessSentence({ spec: { ssh, source, cloud_init } }: Design): string {
  const packages = countOf(cloud_init?.package)
  const users = countOf(cloud_init?.users)
  return words(
    [
      ssh?.user ?? source?.base_user,
      `key ${ssh?.key_source ?? 'auto'}`,
      users > 0 && counted(users, 'user'),
      packages > 0 && counted(packages, 'package'),
    ],
    'default',
  )
}

export function snippetSentence({ spec: { libvirt } }: Design): string {
  const count = countOf(libvirt?.snippets)
  return words(
    [count > 0 && counted(count, 'snippet'), libvirt?.xml_passthrough !== undefined && 'domain XML'],
    'none',
  )
}
