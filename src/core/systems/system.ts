/** What is told of a system that runs in a VM. */

/** Sizes as the design says them: `4G`. */
export interface Sizes {
  readonly ram: string
  readonly disk: string
  /** vCPUs. */
  readonly cpu?: number
}

/** An image that its publisher offers to clouds: a disk that cloud-init sets up at the first boot. */
export interface CloudImage {
  readonly url: string
  /** The publisher's file of checksums: `source.checksum_url`. */
  readonly sums?: string
  /** Where the publisher has the sum on a page alone; the address then names one build. SHA-256. */
  readonly sha256?: string
}

/** What makes the root disk, and what it is called in the guest: the bus that its installer has a driver for. */
export type DiskBus = 'virtio' | 'sata' | 'ide'

/** Architectures as libvirt calls them. */
export type SystemArch = 'x86_64' | 'aarch64'

/** Families in the order in which a list shows them. */
export const systemFamilies = [
  'Debian and kin',
  'Fedora, Red Hat and kin',
  'SUSE',
  'Arch and kin',
  'Other Linux',
  'Windows',
  'BSD',
  'Appliances',
  'Others',
] as const

export type SystemFamily = (typeof systemFamilies)[number]

/** One system in one version. */
export interface GuestSystem {
  /** What the design says: `ubuntu-24.04`. */
  readonly id: string
  /** What people call it: 'Ubuntu 24.04 LTS'. */
  readonly name: string
  readonly family: SystemFamily
  /** What else people look for: its code name, the short id of osinfo-db. */
  readonly alsoCalled?: readonly string[]
  readonly arch: readonly SystemArch[]
  /** What it is started with. */
  readonly firmware: 'bios' | 'uefi-insecure' | 'uefi-secure'
  /** Why no other firmware. */
  readonly firmwareWhy?: string
  /** Its installer asks for a TPM 2.0. */
  readonly tpm?: true
  readonly machine?: 'pc'
  /** What it has drivers for as it is installed. */
  readonly disk: DiskBus
  readonly network: 'virtio' | 'e1000e' | 'e1000' | 'vmxnet3'
  readonly video: 'virtio' | 'vga' | 'vmvga'
  /** One looks at it: without a screen it can be neither installed nor used. */
  readonly screen?: true
  /** It speaks to Hyper-V, and keeps its clock in local time. */
  readonly windows?: true
  readonly minimum: Sizes
  readonly recommended: Sizes
  /** What cloud-init and the scripts know the distribution by: `source.distro`. */
  readonly distro?: string
  /** The user that the cloud image brings along: `source.base_user`. */
  readonly firstUser?: string
  readonly images?: Readonly<Partial<Record<SystemArch, CloudImage>>>
  /** What its licence asks, and the like: said wherever it is chosen. */
  readonly condition?: string
  /** Where all this is from, each with its date. */
  readonly sources: readonly string[]
}

/** A file of libosinfo's database, as it was when it was looked up. */
export function osinfo(file: string): string {
  return `osinfo-db, data/os/${file}, 2026-11-29`
}

/** A document of the publisher's or a project's that follows it. */
export function document(text: string): string {
  return `${text}, 2026-11-29`
}

/** The same for one that could not be read when the table was made. @param known what is known of its facts, and from where */
export function unread(text: string, known: string): string {
  return document(`${text} (could not be read): ${known}`)
}

/** Drivers of Linux since 4.16, which has a virtio driver for each kind of device. */
export const linuxDrivers = { disk: 'virtio', network: 'virtio', video: 'virtio' } as const

export const bothArches = ['x86_64', 'aarch64'] as const
export const pcOnly = ['x86_64'] as const
