/**
 * The video cards that libvirt knows, with what one has to know to choose, and the one that fits a design.
 * Sources: libvirt manual, Video devices; QEMU's docs/system/devices; the guests' own drivers in the Linux kernel.
 */
import type { videoModels } from '../domain/index.ts'
import {
  comparePciAddresses,
  type PciAddress,
  type PciDevice,
  pciAddressFromParts,
  pciKind,
} from '../host/index.ts'
import type { Design } from '../spec/index.ts'
import { deviceName } from './device-name.ts'

export type GpuModelName = (typeof videoModels)[number]

/** One row of the table. All texts are a few words. */
export interface GpuModel {
  readonly model: GpuModelName
  readonly bestFor: string
  readonly accel3d: string
  readonly wayland: string
  readonly firmware: string
  readonly guestDriver: string
  readonly speaksFor: string
  readonly speaksAgainst: string
  /** Why it can't be chosen for QEMU; missing when it can. */
  readonly otherHypervisor?: string
}

/** In the order in which one would consider them. */
export const gpuModels: readonly GpuModel[] = [
  {
    model: 'virtio',
    bestFor: 'Linux guests, with or without a desktop',
    accel3d: 'virgl',
    wayland: 'yes',
    firmware: 'BIOS, UEFI',
    guestDriver: 'virtio-gpu, Linux 4.16',
    speaksFor:
      'A native DRM driver in every kernel since Linux 4.16, Wayland, several screens, few knobs. The default.',
    speaksAgainst: 'Windows shows a plain screen until the virtio drivers are installed, and gets no 3D.',
  },
  {
    model: 'qxl',
    bestFor: 'Older guests seen through SPICE',
    accel3d: 'no',
    wayland: 'software',
    firmware: 'BIOS; UEFI with a race',
    guestDriver: 'qxl, Linux 3.15; Windows by SPICE tools',
    speaksFor: 'SPICE sends its 2D commands instead of pixels, which helps old guests on slow lines.',
    speaksAgainst:
      'Legacy. Four memory knobs (ram, vram, vram64, vgamem) limit each other, and under UEFI the driver races with the framebuffer of the firmware at its takeover.',
  },
  {
    model: 'vga',
    bestFor: 'Installing Windows, guests without virtio',
    accel3d: 'no',
    wayland: 'software',
    firmware: 'BIOS, UEFI',
    guestDriver: 'none needed; bochs in Linux',
    speaksFor: 'Every system shows a picture on it without a driver of its own.',
    speaksAgainst: 'No 3D, one screen, each pixel is drawn by the processor.',
  },
  {
    model: 'bochs',
    bestFor: 'UEFI guests that want no VGA at all',
    accel3d: 'no',
    wayland: 'software',
    firmware: 'UEFI',
    guestDriver: 'bochs, Linux 3.14',
    speaksFor: 'The plain framebuffer of vga without its legacy: less to attack.',
    speaksAgainst: 'No text mode, so that BIOS guests and boot loaders may stay dark.',
  },
  {
    model: 'ramfb',
    bestFor: 'The boot screen beside a mediated GPU',
    accel3d: 'no',
    wayland: 'software',
    firmware: 'UEFI',
    guestDriver: 'none: the firmware’s framebuffer',
    speaksFor: 'A framebuffer in guest memory and nothing else; works on any architecture.',
    speaksAgainst: 'The resolution of the boot stays, and the guest cannot change it.',
  },
  {
    model: 'cirrus',
    bestFor: 'Rescue systems and very old guests',
    accel3d: 'no',
    wayland: 'no',
    firmware: 'BIOS',
    guestDriver: 'every system since 1995',
    speaksFor: 'The most compatible card there is.',
    speaksAgainst: 'Low resolution and few colours, 16 MiB at most, BIOS only.',
  },
  {
    model: 'vmvga',
    bestFor: 'Guests that were made on VMware',
    accel3d: 'no',
    wayland: 'no',
    firmware: 'BIOS, UEFI',
    guestDriver: 'VMware SVGA II',
    speaksFor: 'A guest from VMware finds the card that it was installed on.',
    speaksAgainst: 'Hardly maintained in QEMU; the Linux driver no longer accepts it.',
  },
  {
    model: 'none',
    bestFor: 'A passed-through GPU, servers without a screen',
    accel3d: '–',
    wayland: '–',
    firmware: 'BIOS, UEFI',
    guestDriver: 'none',
    speaksFor:
      'The passed-through GPU is the only screen; without one, nothing to attack and nothing to run.',
    speaksAgainst: 'What the guest says before its network is up is on the serial console alone.',
  },
  {
    model: 'xen',
    bestFor: 'Xen guests',
    accel3d: 'no',
    wayland: 'no',
    firmware: '–',
    guestDriver: 'xen-fbfront',
    speaksFor: 'The framebuffer of Xen.',
    speaksAgainst: 'QEMU with KVM has it not.',
    otherHypervisor: 'Belongs to Xen, not to QEMU.',
  },
  {
    model: 'vbox',
    bestFor: 'VirtualBox',
    accel3d: 'no',
    wayland: 'software',
    firmware: '–',
    guestDriver: 'vboxvideo',
    speaksFor: 'The card of VirtualBox.',
    speaksAgainst: 'QEMU has it not.',
    otherHypervisor: 'Belongs to VirtualBox, not to QEMU.',
  },
  {
    model: 'gop',
    bestFor: 'bhyve',
    accel3d: 'no',
    wayland: 'software',
    firmware: 'UEFI',
    guestDriver: 'none needed',
    speaksFor: 'The framebuffer of bhyve.',
    speaksAgainst: 'QEMU has it not.',
    otherHypervisor: 'Belongs to bhyve, not to QEMU.',
  },
]

export interface GpuRecommendation {
  readonly model: GpuModelName
  /** Why this very design wants it, one sentence. */
  readonly reason: string
}

/**
 * The video card that fits a design: the first reason that holds.
 *
 * @param hostDevices what is known of the host's PCI functions; [] when there is no listing
 */
export function recommendGpuModel(design: Design, hostDevices: readonly PciDevice[]): GpuRecommendation {
  const given = givenGpu(design, hostDevices)
  if (given !== undefined) return { model: 'none', reason: given }
  if (isRescue(design))
    return {
      model: 'cirrus',
      reason: 'BIOS, the old mainboard and a CD first: a rescue system has a driver for it.',
    }
  if (isWindows(design))
    return {
      model: 'vga',
      reason: 'The clock or the Hyper-V features say Windows: it shows a screen on it without a driver.',
    }
  const distro = design.spec.source?.distro
  return {
    model: 'virtio',
    reason:
      distro === undefined
        ? 'No GPU is passed through, and a Linux guest has its driver (Linux 4.16).'
        : `No GPU is passed through, and ${distro} has its driver (Linux 4.16).`,
  }
}

/** Why the guest has a GPU of the host; undefined when it has none. */
function givenGpu(design: Design, hostDevices: readonly PciDevice[]): string | undefined {
  const hostdevs = design.spec.libvirt?.devices?.hostdevs ?? []
  const addresses = hostdevs.flatMap((device): PciAddress[] => {
    if (device.type !== 'pci') return []
    const { domain, bus, slot, function: fn } = device.source ?? {}
    const { address } = pciAddressFromParts({
      ...(domain === undefined ? {} : { domain }),
      ...(bus === undefined ? {} : { bus }),
      ...(slot === undefined ? {} : { slot }),
      ...(fn === undefined ? {} : { function: fn }),
    })
    return address === undefined ? [] : [address]
  })
  const listed = addresses.map((address) =>
    hostDevices.find((device) => comparePciAddresses(device.address, address) === 0),
  )
  const gpu = listed.find((device) => device !== undefined && pciKind(device.class_code) === 'gpu')
  if (gpu !== undefined) return `The guest has a GPU of its own: ${deviceName(gpu)}.`
  if (listed.includes(undefined))
    return 'A PCI device of the host goes to the guest. If it is a GPU, it is the screen; the host’s listing would tell.'
  return undefined
}

function isRescue({ spec }: Design): boolean {
  const { firmware = 'bios', machine } = spec
  const bootsCd =
    spec.libvirt?.os?.boot?.[0]?.dev === 'cdrom' ||
    (spec.libvirt?.devices?.disks ?? []).some(({ device, boot }) => device === 'cdrom' && boot?.order === 1)
  return firmware === 'bios' && (machine === 'pc' || machine === 'i440fx') && bootsCd
}

/** What people set for Windows alone; a vendor_id by itself hides KVM from a driver, as on Linux hosts of GPUs. */
function isWindows({ spec }: Design): boolean {
  const { clock, features } = spec.libvirt ?? {}
  const hyperv = Object.keys(features?.hyperv ?? {}).filter((key) => key !== 'vendor_id')
  return (
    hyperv.length > 0 ||
    clock?.offset === 'localtime' ||
    (clock?.timers ?? []).some(({ name }) => name === 'hypervclock')
  )
}
