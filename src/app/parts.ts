/** The parts of the VM in the order of the rail: which fields each has, and how it is said in words. */

import { type Design, type Path, type Resolved, startsWith, type VmSpec } from './core.ts'
import {
  channelCount,
  channelLists,
  channelSentence,
  diskSentence,
  displayCount,
  displaySentence,
  hostdevSentence,
  networkSentence,
  otherDeviceCount,
  otherDeviceSentence,
  otherDevices,
  shareSentence,
} from './device-sentences.ts'
import {
  accessSentence,
  cpuSentence,
  firmwareSentence,
  memorySentence,
  securitySentence,
  snippetSentence,
  sourceSentence,
  tuningSentence,
} from './part-sentences.ts'
import { type KeyOf, type SpecPath, specPath } from './spec-path.ts'
import type { IconName } from './ui/index.ts'
import { t } from './words/index.ts'

type Libvirt = NonNullable<VmSpec['libvirt']>
type Devices = NonNullable<Libvirt['devices']>

export interface Part {
  readonly id: string
  readonly title: string
  readonly icon: IconName
  /** One sentence: what it is for. */
  readonly purpose: string
  /** The fields that have their place here; the longest way decides where a field belongs. */
  readonly paths: readonly SpecPath[]
  /** The present value in words, from what the author said and what is filled in. */
  readonly sentence: (design: Design, resolved: Resolved) => string
  /** How many devices; no count for what is there once. */
  readonly count?: (design: Design, resolved: Resolved) => number
}

const devices = (...keys: readonly KeyOf<Devices>[]): readonly SpecPath[] =>
  keys.map((key) => specPath(['libvirt', 'devices', key]))
const ofLibvirt = (...keys: readonly KeyOf<Libvirt>[]): readonly SpecPath[] =>
  keys.map((key) => specPath(['libvirt', key]))

export const parts: readonly Part[] = [
  {
    id: 'source',
    title: t`Source`,
    icon: 'source',
    purpose: t`Where the root disk comes from, what is installed on it, and what the VM is for.`,
    paths: [
      specPath(['guest']),
      specPath(['source']),
      specPath(['installer']),
      specPath(['disk_size']),
      specPath(['snapshot']),
      specPath(['from']),
      specPath(['disposable']),
      specPath(['plan']),
      ...ofLibvirt('title', 'description', 'uuid', 'hwuuid', 'genid', 'id'),
    ],
    sentence: sourceSentence,
  },
  {
    id: 'cpu',
    title: t`CPU`,
    icon: 'cpu',
    purpose: t`How many vCPUs the guest has, which processor it sees, and where they run.`,
    paths: [
      specPath(['cpu']),
      specPath(['nested']),
      ...ofLibvirt('cpu', 'vcpu', 'vcpus'),
      specPath(['libvirt', 'cputune', 'vcpupin']),
      specPath(['libvirt', 'cputune', 'emulatorpin']),
      specPath(['libvirt', 'cputune', 'iothreadpin']),
    ],
    sentence: cpuSentence,
  },
  {
    id: 'memory',
    title: t`Memory`,
    icon: 'memory',
    purpose: t`How much memory the guest has and what it is made of on the host.`,
    paths: [
      specPath(['ram']),
      ...ofLibvirt('memory', 'max_memory', 'current_memory', 'memory_backing', 'memory_unit'),
      ...devices('memballoon', 'memory'),
    ],
    sentence: memorySentence,
  },
  {
    id: 'firmware',
    title: t`Firmware and boot`,
    icon: 'firmware',
    purpose: t`The mainboard, what starts first, and what it starts from.`,
    paths: [
      specPath(['machine']),
      specPath(['firmware']),
      specPath(['backend']),
      specPath(['autostart']),
      ...ofLibvirt('type', 'os', 'bootloader', 'bootloader_args', 'sysinfo', 'more_sysinfo'),
    ],
    sentence: firmwareSentence,
  },
  {
    id: 'network',
    title: t`Network and ports`,
    icon: 'network',
    purpose: t`How the guest reaches the world and which of its ports are seen from the host.`,
    paths: [
      specPath(['network']),
      specPath(['ssh', 'port']),
      specPath(['ssh', 'port_auto']),
      ...devices('interfaces'),
      ...ofLibvirt('first_interface'),
    ],
    sentence: networkSentence,
    count: (_, { domain }) => domain.devices?.interfaces?.length ?? 0,
  },
  {
    id: 'disks',
    title: t`Disks`,
    icon: 'disk',
    purpose: t`Disks beside the root disk, cdroms and floppies.`,
    paths: [
      ...devices('disks'),
      ...ofLibvirt('root_disk', 'installer_disk', 'drivers_disk', 'answers_disk', 'seed_disk'),
    ],
    sentence: diskSentence,
    count: (_, { domain }) => domain.devices?.disks?.length ?? 0,
  },
  {
    id: 'displays',
    title: t`Displays`,
    icon: 'display',
    purpose: t`The video card that the guest sees and how its screen is seen from outside.`,
    paths: devices('video', 'graphics'),
    sentence: displaySentence,
    count: (_, { domain }) => displayCount(domain),
  },
  {
    id: 'shares',
    title: t`Shares`,
    icon: 'share-folder',
    purpose: t`Directories of the host seen in the guest.`,
    paths: devices('filesystems'),
    sentence: shareSentence,
    count: (_, { domain }) => domain.devices?.filesystems?.length ?? 0,
  },
  {
    id: 'hostdevs',
    title: t`Host devices`,
    icon: 'pci',
    purpose: t`Real PCI and USB hardware, given to the guest.`,
    paths: [...devices('hostdevs', 'iommu', 'more_iommus'), ...ofLibvirt('iommufd')],
    sentence: hostdevSentence,
    count: (_, { domain }) => domain.devices?.hostdevs?.length ?? 0,
  },
  {
    id: 'channels',
    title: t`Channels`,
    icon: 'channel',
    purpose: t`Lines between host and guest: agents, serial ports, consoles, vsock.`,
    paths: devices(...channelLists, 'vsock'),
    sentence: channelSentence,
    count: (_, { domain }) => channelCount(domain),
  },
  {
    id: 'devices',
    title: t`Other devices`,
    icon: 'usb',
    purpose: t`Input, sound, USB, random numbers, watchdogs and the rest.`,
    paths: devices(...otherDevices),
    sentence: otherDeviceSentence,
    count: (_, { domain }) => otherDeviceCount(domain),
  },
  {
    id: 'security',
    title: t`Security`,
    icon: 'shield',
    purpose: t`The guest’s security chip, labels on the host, and memory encrypted against it.`,
    paths: [...devices('tpm'), ...ofLibvirt('seclabel', 'more_seclabels', 'launch_security', 'keywrap')],
    sentence: securitySentence,
  },
  {
    id: 'tuning',
    title: t`Tuning`,
    icon: 'sliders',
    purpose: t`Limits, hypervisor features, clock, and what happens on power-off, reboot and crash.`,
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
    sentence: tuningSentence,
  },
  {
    id: 'access',
    title: t`Access and cloud-init`,
    icon: 'key',
    purpose: t`Who logs in and how, and what the guest does at its first boot.`,
    paths: [specPath(['ssh']), specPath(['cloud_init'])],
    sentence: accessSentence,
  },
  {
    id: 'snippets',
    title: t`Raw XML`,
    icon: 'code',
    purpose: t`XML of your own for what has no field here; it survives every edit.`,
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
    sentence: snippetSentence,
    count: ({ spec }) => spec.libvirt?.snippets?.length ?? 0,
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
