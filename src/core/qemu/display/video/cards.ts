/** Which QEMU device a video card is. `qemu_command.c` of libvirt: qemuDeviceVideoGetModel. */

/** The driver that firmware draws on, and the one beside it; undefined where QEMU has no such thing. */
export interface Card {
  readonly model: 'vga' | 'cirrus' | 'vmvga' | 'qxl' | 'bochs' | 'ramfb'
  readonly primary: string
  readonly secondary: string | undefined
}

/** All cards but virtio's, which has many drivers. */
export const cards: readonly Card[] = [
  { model: 'vga', primary: 'VGA', secondary: 'secondary-vga' },
  { model: 'cirrus', primary: 'cirrus-vga', secondary: undefined },
  { model: 'vmvga', primary: 'vmware-svga', secondary: undefined },
  { model: 'qxl', primary: 'qxl-vga', secondary: 'qxl' },
  { model: 'bochs', primary: 'bochs-display', secondary: 'bochs-display' },
  { model: 'ramfb', primary: 'ramfb', secondary: 'ramfb' },
]

/** What a virtio card is by its driver. */
export interface VirtioCard {
  /** As libvirt names it, without its bus. */
  readonly device:
    | 'virtio-vga'
    | 'virtio-vga-gl'
    | 'virtio-gpu'
    | 'virtio-gpu-gl'
    | 'vhost-user-vga'
    | 'vhost-user-gpu'
  readonly hasVga: boolean
  readonly hasGl: boolean
  readonly isVhostUser: boolean
}

export const virtioCards: readonly VirtioCard[] = [
  { device: 'virtio-vga', hasVga: true, hasGl: false, isVhostUser: false },
  { device: 'virtio-vga-gl', hasVga: true, hasGl: true, isVhostUser: false },
  { device: 'virtio-gpu', hasVga: false, hasGl: false, isVhostUser: false },
  { device: 'virtio-gpu-gl', hasVga: false, hasGl: true, isVhostUser: false },
  { device: 'vhost-user-vga', hasVga: true, hasGl: false, isVhostUser: true },
  { device: 'vhost-user-gpu', hasVga: false, hasGl: false, isVhostUser: true },
]

/** Keys of QXL's memory: which field of libvirt in KiB, and how many bytes one of QEMU's units is. */
export const qxlMemory = [
  { key: 'ram_size', field: 'ram', unitBytes: 1, default: 65536 },
  { key: 'vram_size', field: 'vram', unitBytes: 1, default: 65536 },
  { key: 'vram64_size_mb', field: 'vram64', unitBytes: 1048576, default: 0 },
  { key: 'vgamem_mb', field: 'vgamem', unitBytes: 1048576, default: 16384 },
] as const

/** The memory of the other cards, in KiB, when nobody says it. `domain_postparse.c` of libvirt. */
export const defaultVram = 16384

/** Machines whose QEMU has no card with VGA registers for virtio. */
export function hasVirtioVga(arch: string): boolean {
  return !['aarch64', 'armv7l', 's390x'].includes(arch)
}
