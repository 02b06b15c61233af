/** What a picture of a machine shows: its parts as a tree, the guest's side and the host's. Nothing here has a place yet. */
import type { Path } from '../finding.ts'

/** Something of the host that a device of the guest leads to: a file, a bridge, a directory, an IOMMU group. */
export interface HostEnd {
  /** The same for the same thing: devices that lead to it share it in the picture. */
  readonly key: string
  readonly title: string
  readonly details: readonly string[]
}

/** Something of the guest, with what hangs on it. */
export interface PictureNode {
  /** Unique in the picture: the Domain path as a text, or a name for what the Domain does not say. */
  readonly id: string
  /** A `part` has a heading, `chips` stand side by side, a `port` stands before the one device in it. */
  readonly kind: 'part' | 'bus' | 'port' | 'device' | 'cell' | 'chip'
  readonly title: string
  readonly details: readonly string[]
  /** Where it is on its bus: `00:1f.2`, `port 1.2`. */
  readonly address?: string | undefined
  /** In the completed Domain; undefined for what is not said there. */
  readonly path?: Path | undefined
  /** True when libvirt adds it. */
  readonly isAdded?: boolean | undefined
  readonly end?: HostEnd | undefined
  readonly children: readonly PictureNode[]
}

/** What of the host is given as one: the functions of a PCI device in one IOMMU group, a USB device, a mediated device. */
export interface HostDevice {
  readonly kind: 'pci' | 'usb' | 'mdev'
  /** As `formatPciAddress` writes the first function; as `usbId` says; the UUID in lower case. */
  readonly id: string
  /** What the device is called by. */
  readonly title: string
  /** Each function: `01:00.0 GeForce GTX 660`. */
  readonly details: readonly string[]
  /** The addresses of the functions that a guest can get, as `formatPciAddress` writes them; only PCI devices have some. */
  readonly functions: readonly string[]
  /** True when all of them go to the guest. */
  readonly isGiven: boolean
  /** Why it can't go; undefined when it can. */
  readonly reason: string | undefined
}

/** One IOMMU group of the host, its USB devices, or its mediated devices. */
export interface HostGroup {
  /** `IOMMU group 13`, `USB`. */
  readonly title: string
  readonly devices: readonly HostDevice[]
}

export interface Picture {
  /** Of the VM. */
  readonly name: string
  /** The machine in a few words: `q35, x86_64, UEFI`. */
  readonly about: string
  /** From the processor to what has no bus. */
  readonly guest: readonly PictureNode[]
  /** What of the host can be given; empty when nothing is known of it. */
  readonly host: readonly HostGroup[]
}

/** A node in one line, as it is read out: `00:02.0, Disk vda, qcow2, leads to /srv/a.qcow2`. */
export function nodeInWords({ title, details, address, isAdded, end }: PictureNode): string {
  const words = [title, ...details]
  if (address !== undefined) words.push(`at ${address}`)
  if (end !== undefined) words.push(`leads to ${[end.title, ...end.details].join(', ')}`)
  if (isAdded === true) words.push('added by libvirt')
  return words.join(', ')
}
