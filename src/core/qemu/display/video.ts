/** Video cards. libvirt manual, Video devices. */
import type { Path } from '../../finding.ts'
import { type Build, type Devices, device, find, type Item, idOf, virtioOptions } from '../build.ts'
import type { OptionValue } from '../options.ts'
import { byHand, type Said, said } from '../said.ts'
import { placeSaid, virtioSaid } from '../said-of-devices.ts'

type Video = Item<Devices['video']>

export const videoSaid: Said<Video> = {
  model: said,
  vram: said,
  ram: said,
  vram64: said,
  vgamem: said,
  heads: said,
  primary: said,
  blob: said,
  edid: said,
  accel3d: said,
  accel2d: byHand('2D acceleration is left out: it belongs to VirtualBox.'),
  rendernode: said,
  resolution: { x: said, y: said },
  driver: {
    name: said,
    vgaconf: byHand('vgaconf is left out: it belongs to bhyve.'),
    ...virtioSaid,
  },
  ...placeSaid,
}

/** The card that the firmware draws on comes first: guests number them as they come. */
export function renderVideo(build: Build): void {
  const cards = build.devices.video ?? []
  if (cards.length === 0) {
    renderImpliedCard(build)
    return
  }
  const chosen = cards.findIndex((card) => card.primary === true)
  const primary = chosen < 0 ? 0 : chosen
  const card = cards[primary]
  if (card !== undefined) renderCard(build, card, primary, true)
  for (const [index, other] of cards.entries()) if (index !== primary) renderCard(build, other, index, false)
}

/** libvirt adds a card to every display; without one it would show nothing. */
function renderImpliedCard(build: Build): void {
  const shown = (build.devices.graphics ?? []).findIndex((one) => one.type !== 'egl-headless')
  if (shown < 0) return
  const path = ['devices', 'graphics', shown]
  const driver = build.isX86 ? 'VGA' : 'virtio-gpu-pci'
  device(build, driver, path, { id: 'video0' })
  find(
    build,
    'qemu.differs',
    path,
    `There is a display and no video card, so ${driver} is taken. Say one in devices.video.`,
  )
}

/** What each card understands beside its id, and in which unit. */
function renderCard(build: Build, card: Video, index: number, primary: boolean): void {
  const path = ['devices', 'video', index]
  const { model } = card
  if (card.driver?.name === 'vhostuser') {
    find(
      build,
      'qemu.unsupported',
      [...path, 'driver', 'name'],
      'Drawing in a process of its own is left out: start vhost-user-gpu and add -device vhost-user-vga,chardev=….',
    )
    return
  }
  const id = idOf(build, card.alias, `video${index}`, path)
  const size = { xres: card.resolution?.x, yres: card.resolution?.y }
  const shows = (driver: string, pairs: Record<string, OptionValue>, said: readonly Knob[]) => {
    device(build, driver, path, { id, ...pairs })
    reportKnobs(build, card, said, path)
  }
  switch (model) {
    case 'virtio': {
      const gl = card.accel3d === true ? '-gl' : ''
      shows(
        build.isX86 && primary ? `virtio-vga${gl}` : `virtio-gpu${gl}-pci`,
        { max_outputs: card.heads, ...size, edid: card.edid, blob: card.blob, ...virtioOptions(card.driver) },
        ['heads', 'resolution', 'edid', 'blob', 'accel3d'],
      )
      break
    }
    case 'qxl':
      shows(
        primary && build.isX86 ? 'qxl-vga' : 'qxl',
        {
          max_outputs: card.heads,
          ram_size: kibibytes(card.ram),
          vram_size: kibibytes(card.vram),
          vram64_size_mb: mebibytes(card.vram64),
          vgamem_mb: mebibytes(card.vgamem),
          ...size,
        },
        ['heads', 'ram', 'vram', 'vram64', 'vgamem', 'resolution'],
      )
      break
    case 'vga':
      shows(
        primary ? 'VGA' : 'secondary-vga',
        { vgamem_mb: mebibytes(card.vram), ...size, edid: card.edid },
        ['vram', 'resolution', 'edid'],
      )
      break
    case 'bochs':
      shows('bochs-display', { vgamem: kibibytes(card.vram), ...size, edid: card.edid }, [
        'vram',
        'resolution',
        'edid',
      ])
      break
    case 'cirrus':
      shows('cirrus-vga', { vgamem_mb: mebibytes(card.vram) }, ['vram'])
      break
    case 'vmvga':
      shows('vmware-svga', { vgamem_mb: mebibytes(card.vram) }, ['vram'])
      break
    case 'ramfb':
      shows('ramfb', { ...size }, ['resolution'])
      break
    case 'none':
      reportKnobs(build, card, [], path)
      break
    default:
      find(
        build,
        'qemu.unsupported',
        [...path, 'model'],
        `QEMU has no video card ${model ?? 'without a model'}: use virtio.`,
      )
  }
}

const knobs = [
  'vram',
  'ram',
  'vram64',
  'vgamem',
  'heads',
  'blob',
  'edid',
  'accel3d',
  'rendernode',
  'resolution',
] as const
type Knob = (typeof knobs)[number]

/** A knob that the card does not have; 1 screen and no acceleration is what every card has. */
function reportKnobs(build: Build, card: Video, said: readonly Knob[], path: Path): void {
  for (const knob of knobs) {
    const held = card[knob]
    if (held === undefined || held === false || said.includes(knob) || (knob === 'heads' && held === 1))
      continue
    find(
      build,
      'qemu.differs',
      [...path, knob],
      `${knob} is left out: the card ${card.model} has no such setting.`,
    )
  }
  if (card.driver !== undefined && card.model !== 'virtio')
    find(
      build,
      'qemu.differs',
      [...path, 'driver'],
      `driver is left out: it is for virtio, not ${card.model}.`,
    )
}

function kibibytes(amount: number | undefined): number | undefined {
  return amount === undefined ? undefined : amount * 1024
}

function mebibytes(amount: number | undefined): number | undefined {
  return amount === undefined ? undefined : Math.ceil(amount / 1024)
}
