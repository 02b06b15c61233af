/** The parts of the VM in the order of the rail: which fields each has, and how it is said in words. */
import { ownValue } from '../core/index.ts'
import {
  type Design,
  formatPath,
  isRecord,
  type Path,
  type Resolved,
  startsWith,
  type UnknownRecord,
  valueAt,
} from './core.ts'
import { listAt } from './document/lists.ts'
import type { IconName } from './ui/index.ts'

export interface Part {
  readonly id: string
  readonly title: string
  readonly icon: IconName
  /** One sentence: what it is for. */
  readonly purpose: string
  /** The fields that have their place here; the longest way decides where a field belongs. */
  readonly paths: readonly Path[]
  /** The present value in words, from what the author said and what is filled in. */
  readonly sentence: (design: Design, resolved: Resolved) => string
  /** How many devices; no count for what is there once. */
  readonly count?: (design: Design, resolved: Resolved) => number
}

const devices = (...keys: readonly string[]): readonly Path[] =>
  keys.map((key) => ['libvirt', 'devices', key])
const ofLibvirt = (...keys: readonly string[]): readonly Path[] => keys.map((key) => ['libvirt', key])

/** A value of the design as text; undefined when it is not said. */
function said(design: Design, ...path: Path): string | undefined {
  const held = valueAt(design.spec, path)
  return held === undefined || typeof held === 'object' ? undefined : String(held)
}

/** A value of what was resolved as text. */
function filled(resolved: Resolved, ...path: Path): string | undefined {
  const held = valueAt(resolved.domain, path)
  return held === undefined || typeof held === 'object' ? undefined : String(held)
}

function items(design: Design, key: string): readonly UnknownRecord[] {
  return listAt(design.spec, ['libvirt', 'devices', key]).filter(isRecord)
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

function hasAny(design: Design, ...path: Path): boolean {
  return valueAt(design.spec, path) !== undefined
}

const sourceNames: Readonly<Record<string, string>> = {
  cloud_image: 'cloud image',
  bootc: 'bootc container',
  clone: 'clone',
  imported: 'disk that is there',
  bootstrap: 'bootstrapped',
}

function sourceSentence(design: Design): string {
  const kind = said(design, 'source', 'kind')
  if (kind === undefined) return 'Not chosen yet'
  const what = ownValue(
    {
      cloud_image: said(design, 'source', 'distro') ?? fileName(said(design, 'source', 'url')),
      bootc: said(design, 'source', 'box'),
      clone: said(design, 'source', 'from_vm'),
      imported: said(design, 'source', 'libvirt_name'),
      bootstrap: said(design, 'source', 'distro') ?? said(design, 'source', 'builder'),
    },
    kind,
  )
  const size = said(design, 'disk_size')
  const name = ownValue(sourceNames, kind) ?? kind
  return words([what === undefined ? name : `${name} ${what}`, size], 'Not chosen yet')
}

function fileName(url: string | undefined): string | undefined {
  return url?.split('/').at(-1)
}

function cpuSentence(design: Design, resolved: Resolved): string {
  const count = Number(filled(resolved, 'vcpu', 'value') ?? said(design, 'cpu') ?? 1)
  const pins = listAt(design.spec, ['libvirt', 'cputune', 'vcpupin']).length
  return words(
    [
      counted(count, 'vCPU', 'vCPU'),
      filled(resolved, 'cpu', 'mode') ?? said(design, 'libvirt', 'cpu', 'mode'),
      filled(resolved, 'cpu', 'model', 'value'),
      pins > 0 && 'pinned',
    ],
    'default',
  )
}

function memorySentence(design: Design, resolved: Resolved): string {
  return words(
    [
      said(design, 'ram') ?? filled(resolved, 'memory', 'value'),
      hasAny(design, 'libvirt', 'memory_backing', 'hugepages') && 'hugepages',
      filled(resolved, 'memory_backing', 'access', 'mode') === 'shared' && 'shared',
      hasAny(design, 'libvirt', 'memory_backing', 'locked') && 'locked',
    ],
    'default',
  )
}

const firmwareNames: Readonly<Record<string, string>> = {
  bios: 'BIOS',
  'uefi-insecure': 'UEFI',
  'uefi-secure': 'UEFI, Secure Boot',
}

/** The first disk is the one that the guest starts from, whoever says it. */
function diskSentence(design: Design, { domain, paths, newDisks }: Resolved): string {
  const disks = domain.devices?.disks ?? []
  const hasSeed = disks.some(({ source }) => source?.file === paths.seed)
  const more = disks.length - 1 - (hasSeed ? 1 : 0)
  const size = said(design, 'disk_size') ?? newDisks.find(({ file }) => file === paths.disk)?.size
  return words(
    [
      more >= 0 && (size === undefined ? 'root disk' : `root disk ${size}`),
      hasSeed && 'seed',
      more > 0 && `${more} more`,
    ],
    'none',
  )
}

function networkSentence(design: Design, { domain }: Resolved): string {
  const own = items(design, 'interfaces')
  // Without the interface that is filled in, the author's own are all there is.
  if (own.length === (domain.devices?.interfaces?.length ?? 0)) {
    return words(
      own.map((card) => String(card['type'] ?? 'user')),
      'none',
    )
  }
  const mode = said(design, 'network', 'mode') ?? 'user'
  const forwards = listAt(design.spec, ['network', 'port_forwards']).length
  const port = said(design, 'ssh', 'port')
  const more = own.length
  return words(
    [
      mode,
      said(design, 'network', 'bridge'),
      port !== undefined && port !== '0' && `SSH on ${port}`,
      forwards > 0 && counted(forwards, 'port'),
      more > 0 && `${more} more`,
    ],
    'user',
  )
}

function displaySentence(design: Design): string {
  const cards = items(design, 'video').map((card) => String(card['model'] ?? 'default'))
  const screens = items(design, 'graphics').map((screen) => String(screen['type'] ?? 'display'))
  return words([...cards, ...screens], 'none')
}

/** What each device of a list is, by the first of the keys that it has. */
function named(design: Design, list: string, ...keys: readonly string[]): string {
  const names = items(design, list).map((item) => {
    const key = keys.find((one) => ownValue(item, one) !== undefined)
    const held = key === undefined ? undefined : ownValue(item, key)
    const inner = isRecord(held) ? Object.values(held)[0] : held
    return typeof inner === 'object' || inner === undefined ? list : String(inner)
  })
  return names.join(', ')
}

const otherDevices = [
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

const channelLists = ['channels', 'serial', 'parallel', 'console'] as const

export const parts: readonly Part[] = [
  {
    id: 'source',
    title: 'Source',
    icon: 'source',
    purpose: 'Where the root disk comes from, how large it is, and what the VM is for.',
    paths: [
      ['source'],
      ['disk_size'],
      ['snapshot'],
      ['from'],
      ['disposable'],
      ['plan'],
      ...ofLibvirt('title', 'description', 'uuid', 'hwuuid', 'genid', 'id'),
    ],
    sentence: sourceSentence,
  },
  {
    id: 'cpu',
    title: 'CPU',
    icon: 'cpu',
    purpose: 'How many vCPUs the guest has, which processor it sees, and where they run.',
    paths: [
      ['cpu'],
      ...ofLibvirt('cpu', 'vcpu', 'vcpus'),
      ['libvirt', 'cputune', 'vcpupin'],
      ['libvirt', 'cputune', 'emulatorpin'],
      ['libvirt', 'cputune', 'iothreadpin'],
    ],
    sentence: cpuSentence,
  },
  {
    id: 'memory',
    title: 'Memory',
    icon: 'memory',
    purpose: 'How much memory the guest has and what it is made of on the host.',
    paths: [
      ['ram'],
      ...ofLibvirt('memory', 'max_memory', 'current_memory', 'memory_backing', 'memory_unit'),
      ...devices('memballoon', 'memory'),
    ],
    sentence: memorySentence,
  },
  {
    id: 'firmware',
    title: 'Firmware and boot',
    icon: 'firmware',
    purpose: 'The mainboard, what starts first, and what it starts from.',
    paths: [
      ['machine'],
      ['firmware'],
      ['backend'],
      ['autostart'],
      ...ofLibvirt('type', 'os', 'bootloader', 'bootloader_args', 'sysinfo', 'more_sysinfo'),
    ],
    sentence: (design, resolved) =>
      words(
        [
          ownValue(firmwareNames, said(design, 'firmware') ?? 'bios'),
          said(design, 'machine') ?? filled(resolved, 'os', 'machine'),
          said(design, 'autostart') === 'true' && 'starts with the host',
        ],
        'BIOS',
      ),
  },
  {
    id: 'network',
    title: 'Network and ports',
    icon: 'network',
    purpose: 'How the guest reaches the world and which of its ports are seen from the host.',
    paths: [
      ['network'],
      ['ssh', 'port'],
      ['ssh', 'port_auto'],
      ...devices('interfaces'),
      ...ofLibvirt('first_interface'),
    ],
    sentence: networkSentence,
    count: (_, resolved) => resolved.domain.devices?.interfaces?.length ?? 0,
  },
  {
    id: 'disks',
    title: 'Disks',
    icon: 'disk',
    purpose: 'Disks beside the root disk, cdroms and floppies.',
    paths: [...devices('disks'), ...ofLibvirt('root_disk', 'seed_disk')],
    sentence: diskSentence,
    count: (_, resolved) => resolved.domain.devices?.disks?.length ?? 0,
  },
  {
    id: 'displays',
    title: 'Displays',
    icon: 'display',
    purpose: 'The video card that the guest sees and how its screen is seen from outside.',
    paths: devices('video', 'graphics'),
    sentence: displaySentence,
    count: (design) => items(design, 'video').length + items(design, 'graphics').length,
  },
  {
    id: 'shares',
    title: 'Shares',
    icon: 'share-folder',
    purpose: 'Directories of the host seen in the guest.',
    paths: devices('filesystems'),
    sentence: (design) => words([named(design, 'filesystems', 'target', 'source')], 'none'),
    count: (design) => items(design, 'filesystems').length,
  },
  {
    id: 'hostdevs',
    title: 'Host devices',
    icon: 'pci',
    purpose: 'Real PCI and USB hardware, given to the guest.',
    paths: [...devices('hostdevs', 'iommu', 'more_iommus'), ...ofLibvirt('iommufd')],
    sentence: (design) => {
      const given = items(design, 'hostdevs')
      const kinds = [...new Set(given.map((device) => String(device['type'] ?? 'device')))]
      return words(
        kinds.map((kind) => {
          const count = given.filter((device) => String(device['type'] ?? 'device') === kind).length
          return `${count} ${/^(?:pci|usb|scsi)$/.test(kind) ? kind.toUpperCase() : kind}`
        }),
        'none',
      )
    },
    count: (design) => items(design, 'hostdevs').length,
  },
  {
    id: 'channels',
    title: 'Channels',
    icon: 'channel',
    purpose: 'Lines between host and guest: agents, serial ports, consoles, vsock.',
    paths: devices(...channelLists, 'vsock'),
    sentence: (design) => {
      const count = channelLists.reduce((sum, list) => sum + items(design, list).length, 0)
      const names = named(design, 'channels', 'name', 'type')
      return words(
        [names, hasAny(design, 'libvirt', 'devices', 'vsock') && 'vsock'],
        count > 0 ? counted(count, 'line') : 'serial console',
      )
    },
    count: (design) => channelLists.reduce((sum, list) => sum + items(design, list).length, 0),
  },
  {
    id: 'devices',
    title: 'Other devices',
    icon: 'usb',
    purpose: 'Input, sound, USB, random numbers, watchdogs and the rest.',
    paths: devices(...otherDevices),
    sentence: (design) =>
      words(
        otherDevices.flatMap((key) => {
          const count = items(design, key).length
          if (count > 0) return [count === 1 ? key : `${count} ${key}`]
          return hasAny(design, 'libvirt', 'devices', key) ? [key] : []
        }),
        'none',
      ),
    count: (design) => otherDevices.reduce((sum, key) => sum + items(design, key).length, 0),
  },
  {
    id: 'security',
    title: 'Security',
    icon: 'shield',
    purpose: 'The guest’s security chip, labels on the host, and memory encrypted against it.',
    paths: [...devices('tpm'), ...ofLibvirt('seclabel', 'more_seclabels', 'launch_security', 'keywrap')],
    sentence: (design) =>
      words(
        [
          items(design, 'tpm').length > 0 && 'TPM',
          said(design, 'libvirt', 'launch_security', 'type'),
          hasAny(design, 'libvirt', 'seclabel') && 'label',
        ],
        'libvirt’s defaults',
      ),
  },
  {
    id: 'tuning',
    title: 'Tuning',
    icon: 'sliders',
    purpose: 'Limits, hypervisor features, clock, and what happens on power-off, reboot and crash.',
    paths: ofLibvirt(
      'features',
      'cputune',
      'iothreads',
      'iothreadids',
      'defaultiothread',
      'throttlegroups',
      'blkiotune',
      'memtune',
      'numatune',
      'resource',
      'perf',
      'idmap',
      'clock',
      'pm',
      'on_poweroff',
      'on_reboot',
      'on_crash',
      'on_lockfailure',
    ),
    sentence: (design) => {
      const threads = said(design, 'libvirt', 'iothreads')
      return words(
        [
          threads !== undefined && counted(Number(threads), 'I/O thread'),
          hasAny(design, 'libvirt', 'features') && 'features',
          hasAny(design, 'libvirt', 'clock') && 'clock',
          hasAny(design, 'libvirt', 'numatune') && 'NUMA',
        ],
        'none',
      )
    },
  },
  {
    id: 'access',
    title: 'Access and cloud-init',
    icon: 'key',
    purpose: 'Who logs in and how, and what the guest does at its first boot.',
    paths: [['ssh'], ['cloud_init']],
    sentence: (design) => {
      const user = said(design, 'ssh', 'user') ?? said(design, 'source', 'base_user')
      const packages = listAt(design.spec, ['cloud_init', 'package']).length
      const users = listAt(design.spec, ['cloud_init', 'users']).length
      return words(
        [
          user,
          `key ${said(design, 'ssh', 'key_source') ?? 'auto'}`,
          users > 0 && counted(users, 'user'),
          packages > 0 && counted(packages, 'package'),
        ],
        'default',
      )
    },
  },
  {
    id: 'snippets',
    title: 'Raw XML',
    icon: 'code',
    purpose: 'XML of your own for what has no field here; it survives every edit.',
    paths: ofLibvirt(
      'snippets',
      'xml_passthrough',
      'leave_out',
      'qemu_arguments',
      'qemu_environment',
      'qemu_overrides',
      'qemu_capabilities',
      'qemu_no_capabilities',
      'qemu_deprecation',
    ),
    sentence: (design) => {
      const count = listAt(design.spec, ['libvirt', 'snippets']).length
      return words(
        [
          count > 0 && counted(count, 'snippet'),
          hasAny(design, 'libvirt', 'xml_passthrough') && 'domain XML',
        ],
        'none',
      )
    },
    count: (design) => listAt(design.spec, ['libvirt', 'snippets']).length,
  },
]

/** The part that a field has its place in: the one with the longest way to it, else the first. */
export function partOf(path: Path): Part | undefined {
  const ways = parts.flatMap((part) =>
    part.paths.filter((way) => startsWith(path, way)).map((way) => ({ part, length: way.length })),
  )
  const longest = ways.reduce<(typeof ways)[number] | undefined>(
    (best, way) => (best === undefined || way.length > best.length ? way : best),
    undefined,
  )
  return longest?.part ?? parts[0]
}

export function partById(id: string): Part | undefined {
  return parts.find((part) => part.id === id)
}

/** The keys of two tables below a part's ways that are named in another part: left out of its generic form. */
export function placedElsewhere(part: Part, path: Path): readonly string[] {
  return parts
    .filter((other) => other !== part)
    .flatMap((other) => other.paths.filter((way) => way.length > path.length && startsWith(way, path)))
    .map((way) => formatPath(way.slice(path.length)))
}
