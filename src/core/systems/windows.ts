/**
 * Windows. None of them has a virtio driver: the disk is on SATA and the card an Intel one, for which each has its own,
 * until the drivers of the virtio-win disc are in.
 */
import { document, type GuestSystem, osinfo, pcOnly, type Sizes, unread } from './system.ts'

interface Version {
  readonly id: string
  readonly name: string
  /** Its file in osinfo-db, and the short id that virt-install knows it by. */
  readonly osinfo: readonly [file: string, id: string]
  readonly minimum: Sizes
  readonly recommended: Sizes
  readonly firmware?: Pick<GuestSystem, 'firmware' | 'firmwareWhy' | 'tpm'>
  /** Windows 7 has no driver for the e1000e. */
  readonly network?: 'e1000'
  readonly sources?: readonly string[]
}

function windows({ id, name, osinfo: [file, shortId], firmware, network, sources = [], ...sizes }: Version) {
  return {
    id,
    name,
    family: 'Windows',
    alsoCalled: [shortId],
    arch: pcOnly,
    firmware: 'bios',
    ...firmware,
    disk: 'sata',
    network: network ?? 'e1000e',
    video: 'vga',
    screen: true,
    windows: true,
    ...sizes,
    sources: [osinfo(`microsoft.com/${file}.xml.in`), ...sources],
  } satisfies GuestSystem
}

const requirements = 'learn.microsoft.com/windows/whats-new/windows-11-requirements'
const serverRequirements = document('learn.microsoft.com/windows-server/get-started/hardware-requirements')
const serverMinimum = { ram: '512M', disk: '32G' }
const serverRecommended = { ram: '2G', disk: '40G' }
const uefi = {
  firmware: 'uefi-insecure',
  firmwareWhy: 'It is made for UEFI; Secure Boot is not asked for.',
} as const

export const windowsVersions: readonly GuestSystem[] = [
  windows({
    id: 'windows-11',
    name: 'Windows 11',
    osinfo: ['win-11', 'win11'],
    minimum: { ram: '4G', disk: '64G', cpu: 2 },
    // Microsoft says a minimum alone: twice of it is ours.
    recommended: { ram: '8G', disk: '80G', cpu: 4 },
    firmware: {
      firmware: 'uefi-secure',
      firmwareWhy: 'Its installer asks for UEFI with Secure Boot, and refuses anything else.',
      tpm: true,
    },
    sources: [document(`${requirements}: UEFI with Secure Boot, TPM 2.0, 4 GB, 64 GB, 2 cores`)],
  }),
  windows({
    id: 'windows-10',
    name: 'Windows 10',
    osinfo: ['win-10', 'win10'],
    minimum: { ram: '2G', disk: '32G' },
    recommended: { ram: '4G', disk: '64G', cpu: 4 },
    firmware: uefi,
    sources: [
      unread(
        'learn.microsoft.com/windows-hardware/design/minimum',
        '2 GB and, up to version 1809, 20 GB stand in osinfo-db 0.20221130; 32 GB from version 1903 on was written from memory',
      ),
    ],
  }),
  windows({
    id: 'windows-8.1',
    name: 'Windows 8.1',
    osinfo: ['win-8.1', 'win8.1'],
    minimum: { ram: '2G', disk: '20G' },
    recommended: { ram: '4G', disk: '40G' },
  }),
  windows({
    id: 'windows-7',
    name: 'Windows 7',
    osinfo: ['win-7', 'win7'],
    minimum: { ram: '2G', disk: '20G' },
    recommended: { ram: '4G', disk: '40G' },
    network: 'e1000',
  }),
  windows({
    id: 'windows-server-2025',
    name: 'Windows Server 2025',
    osinfo: ['win-2k25', 'win2k25'],
    minimum: serverMinimum,
    recommended: { ram: '4G', disk: '40G' },
    firmware: uefi,
    sources: [serverRequirements],
  }),
  windows({
    id: 'windows-server-2022',
    name: 'Windows Server 2022',
    osinfo: ['win-2k22', 'win2k22'],
    minimum: serverMinimum,
    recommended: serverRecommended,
    firmware: uefi,
    sources: [serverRequirements],
  }),
  windows({
    id: 'windows-server-2019',
    name: 'Windows Server 2019',
    osinfo: ['win-2k19', 'win2k19'],
    minimum: serverMinimum,
    recommended: serverRecommended,
    sources: [serverRequirements],
  }),
  windows({
    id: 'windows-server-2016',
    name: 'Windows Server 2016',
    osinfo: ['win-2k16', 'win2k16'],
    minimum: serverMinimum,
    recommended: serverRecommended,
    sources: [serverRequirements],
  }),
  windows({
    id: 'windows-server-2012-r2',
    name: 'Windows Server 2012 R2',
    osinfo: ['win-2k12r2', 'win2k12r2'],
    minimum: serverMinimum,
    recommended: serverRecommended,
  }),
]
