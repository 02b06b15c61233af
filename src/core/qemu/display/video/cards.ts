/** Which QEMU device a video card is, and what each can be told. `qemu_command.c` of libvirt: qemuDeviceVideoGetModel. */
import type { Devices, Item } from '../../../domain/index.ts'
import { counted, kibibytes, number, onOff } from '../../properties/codec.ts'
import { given, type Properties, propertyOf } from '../../properties/property.ts'
import { virtio } from '../../properties/shared.ts'

export type Video = Item<Devices['video']>

const property = propertyOf<Video>()
const mebibyte = 1024 * 1024

/** libvirt rounds memory of cards up. */
function powerOfTwo(kib: number): number {
  return kib <= 1 ? kib : 2 ** Math.ceil(Math.log2(kib))
}

/** The memory of most cards, in KiB, when nobody says it. `domain_postparse.c` of libvirt. */
export const defaultVram = 16384
/** The same of each kind of QXL's. */
const qxlVram = 65536

const id = { id: given }
const vram = property('vram', kibibytes(mebibyte, powerOfTwo), { unsaid: defaultVram })
const outputs = { max_outputs: property('heads', counted, { unsaid: 1 }) }
const edid = { edid: property('edid', onOff) }
const size = {
  xres: property('resolution.x', number, { whole: 'resolution' }),
  yres: property('resolution.y', number, { whole: 'resolution' }),
}
const ofQxl = kibibytes(1, (kib) => powerOfTwo(kib === 0 ? qxlVram : kib))

/** The driver that firmware draws on, and the one beside it; undefined where QEMU has no such thing. */
export interface Card {
  readonly model: 'vga' | 'cirrus' | 'vmvga' | 'qxl' | 'bochs' | 'ramfb'
  readonly primary: string
  readonly secondary: string | undefined
  readonly properties: Properties<Video>
}

/** All cards but virtio's, which has many drivers. */
export const cards: readonly Card[] = [
  {
    model: 'vga',
    primary: 'VGA',
    secondary: 'secondary-vga',
    properties: { ...id, vgamem_mb: vram, ...edid, ...size },
  },
  { model: 'cirrus', primary: 'cirrus-vga', secondary: undefined, properties: id },
  {
    model: 'vmvga',
    primary: 'vmware-svga',
    secondary: undefined,
    properties: { ...id, vgamem_mb: vram },
  },
  {
    model: 'qxl',
    primary: 'qxl-vga',
    secondary: 'qxl',
    properties: {
      ...id,
      ...outputs,
      ram_size: property('ram', ofQxl, { unsaid: qxlVram }),
      vram_size: property('vram', ofQxl, { unsaid: qxlVram }),
      vram64_size_mb: property('vram64', kibibytes(mebibyte), { unsaid: 0, usual: 0 }),
      vgamem_mb: property('vgamem', kibibytes(mebibyte), { unsaid: 16384 }),
      ...size,
    },
  },
  {
    model: 'bochs',
    primary: 'bochs-display',
    secondary: 'bochs-display',
    properties: {
      ...id,
      vgamem: property('vram', kibibytes(1, powerOfTwo), { unsaid: defaultVram }),
      ...edid,
      ...size,
    },
  },
  { model: 'ramfb', primary: 'ramfb', secondary: 'ramfb', properties: id },
]

/** What a virtio card is by its driver. */
export interface VirtioCard {
  /** As libvirt names it, without its bus. */
  readonly device: NonNullable<Video['device']>
  readonly hasVga: boolean
  readonly hasGl: boolean
  readonly isVhostUser: boolean
  readonly properties: Properties<Video>
}

const gpu = {
  ...id,
  ...virtio,
  ...outputs,
  blob: property('blob', onOff),
  ...edid,
  ...size,
}
const drawnElsewhere = { ...id, ...virtio, ...outputs, chardev: given, ...edid, ...size }
// libvirt says no options of virtio here, though QEMU would take them.
const vgaDrawnElsewhere = { ...id, ...outputs, chardev: given, ...edid, ...size }

export const virtioCards: readonly VirtioCard[] = [
  { device: 'virtio-vga', hasVga: true, hasGl: false, isVhostUser: false, properties: gpu },
  { device: 'virtio-vga-gl', hasVga: true, hasGl: true, isVhostUser: false, properties: gpu },
  { device: 'virtio-gpu', hasVga: false, hasGl: false, isVhostUser: false, properties: gpu },
  { device: 'virtio-gpu-gl', hasVga: false, hasGl: true, isVhostUser: false, properties: gpu },
  { device: 'vhost-user-vga', hasVga: true, hasGl: false, isVhostUser: true, properties: vgaDrawnElsewhere },
  { device: 'vhost-user-gpu', hasVga: false, hasGl: false, isVhostUser: true, properties: drawnElsewhere },
]

/** What any of them can be told. */
export const videoProperties: readonly Properties<Video>[] = [...cards, ...virtioCards].map(
  ({ properties }) => properties,
)

/** Machines whose QEMU has no card with VGA registers for virtio. */
export function hasVirtioVga(arch: string): boolean {
  return !['aarch64', 'armv7l', 's390x'].includes(arch)
}
