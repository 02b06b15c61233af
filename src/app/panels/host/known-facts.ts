/** What is known about the host, in short. */

import { formatPciAddress, type HostFacts, iommuGroups, pciKind } from '../../core.ts'
import { counted, t } from '../../words/index.ts'

/** One line: what it is about, and what is known of it. */
export interface KnownFact {
  readonly title: string
  readonly words: string
}

/** The lines of which something is known. */
export function knownFacts(host: HostFacts): readonly KnownFact[] {
  return lines.flatMap(([title, wordsOf]) => {
    const words = wordsOf(host)
    return words === '' ? [] : [{ title, words }]
  })
}

const lines: readonly (readonly [title: string, wordsOf: (host: HostFacts) => string])[] = [
  [
    'System',
    ({ distro, distro_version, kernel, arch }) =>
      comma([blank([distro, distro_version]), kernel?.release && t`Linux ${kernel.release}`, arch]),
  ],
  [
    t`libvirt and QEMU`,
    ({ libvirt, qemu, connection }) =>
      comma([libvirt && t`libvirt ${libvirt}`, qemu && t`QEMU ${qemu}`, connection]),
  ],
  [t`Machine types`, machineWords],
  ['CPU', cpuWords],
  ['NUMA', numaWords],
  ['IOMMU', iommuWords],
  [
    'Graphics',
    ({ pci }) =>
      comma(
        (pci ?? [])
          .filter(({ class_code }) => pciKind(class_code) === 'gpu')
          .map(({ name, address }) => name || formatPciAddress(address)),
      ),
  ],
  ['USB', ({ usb }) => (usb === undefined ? '' : counted(usb.length, 'device'))],
  [
    'Disks',
    ({ block_devices }) => comma((block_devices ?? []).map(({ model, name, path }) => model || name || path)),
  ],
  [
    'Network',
    ({ network_devices, networks }) =>
      comma([
        ...(network_devices ?? [])
          .filter(({ kind }) => kind === 'bridge')
          .map(({ name }) => t`bridge ${name}`),
        ...(networks ?? []).map(
          ({ name, active }) => t`network ${name}${active === false ? t` (not active)` : ''}`,
        ),
      ]),
  ],
  [
    'Firmware',
    ({ firmware }) => {
      if (firmware === undefined) return ''
      const secure = firmware.filter((one) => one.secure).length
      return comma([counted(firmware.length, 'UEFI pair'), secure > 0 && t`${secure} with Secure Boot`])
    },
  ],
  ['Programs', programWords],
  [
    'You',
    ({ user, groups, memlock_kib }) =>
      comma([
        user?.name && `${user.name}${user.uid === undefined ? '' : ` (${user.uid})`}`,
        groups?.some((group) => group === 'libvirt' || group === 'kvm') &&
          t`in ${groups.filter((group) => group === 'libvirt' || group === 'kvm').join(' and ')}`,
        user?.subuid && t`subordinate ids from ${user.subuid.start}`,
        memlock_kib === null
          ? t`may lock all memory`
          : memlock_kib !== undefined && t`may lock ${sizeWords(memlock_kib)}`,
      ]),
  ],
  ['Confinement', ({ confinement }) => (confinement === undefined ? '' : confinementNames[confinement])],
]

function machineWords({ emulators }: HostFacts): string {
  return comma(
    (emulators ?? []).map(({ arch, machines }) =>
      machines === undefined ? arch : `${arch}: ${counted(machines.length, 'machine type')}`,
    ),
  )
}

function cpuWords({ cpu, cpu_vendor, kvm }: HostFacts): string {
  const threads = cpu?.threads ?? []
  const distinct = (keyOf: (thread: (typeof threads)[number]) => string) => new Set(threads.map(keyOf)).size
  const knowsCores = threads.length > 0 && threads.every(({ core }) => core !== undefined)
  const sockets = distinct(({ socket }) => String(socket ?? 0))
  const cores = distinct(({ socket, die, core }) => `${socket ?? 0} ${die ?? 0} ${core}`)
  return comma([
    cpu?.model ?? cpu_vendor,
    threads.length > 0 && sockets > 1 && counted(sockets, 'socket'),
    knowsCores && counted(cores, 'core'),
    threads.length > 0 && counted(threads.length, 'thread'),
    cpu?.nested !== undefined && (cpu.nested ? t`nested guests` : t`no nested guests`),
    kvm === false && t`KVM can not be used`,
  ])
}

function numaWords({ numa }: HostFacts): string {
  if (numa === undefined || numa.length === 0) return ''
  const memory = numa.reduce((sum, { memory_kib = 0 }) => sum + memory_kib, 0)
  const pools = new Map<number, number>()
  for (const { huge_pages = [] } of numa)
    for (const { size_kib, total } of huge_pages) pools.set(size_kib, (pools.get(size_kib) ?? 0) + total)
  const pages = [...pools].filter(([, total]) => total > 0)
  return comma([
    counted(numa.length, 'node'),
    memory > 0 && sizeWords(memory),
    ...pages.map(([size, total]) => t`${counted(total, 'huge page')} of ${sizeWords(size)}`),
  ])
}

function iommuWords({ iommu, pci }: HostFacts): string {
  const groups = iommuGroups(pci ?? []).length
  const state = iommu ?? (groups > 0 ? true : undefined)
  return comma([
    state !== undefined && (state ? 'on' : 'off'),
    groups > 0 && counted(groups, 'group'),
    pci !== undefined && counted(pci.length, 'PCI function'),
  ])
}

function programWords({ programs }: HostFacts): string {
  return comma(
    Object.entries(programs ?? {}).map(([name, program]) =>
      program === null ? t`no ${name}` : blank([name, program.version]),
    ),
  )
}

/** A size with the largest unit that leaves at least 1; one digit behind the point below 10. */
function sizeWords(kib: number): string {
  const units = ['KiB', 'MiB', 'GiB', 'TiB']
  let size = kib
  let unit = 0
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024
    unit += 1
  }
  return `${size >= 10 || Number.isInteger(size) ? Math.round(size) : size.toFixed(1)} ${units[unit]}`
}

type Word = string | false | undefined

function comma(words: readonly Word[]): string {
  return joined(words, ', ')
}

function blank(words: readonly Word[]): string {
  return joined(words, ' ')
}

function joined(words: readonly Word[], by: string): string {
  return words.filter((word) => word !== undefined && word !== false && word !== '').join(by)
}

const confinementNames = { apparmor: 'AppArmor', selinux: 'SELinux', none: 'none' } as const
