/** Video cards. libvirt manual, Video devices. */
import type { Devices, Item } from '../../../domain/index.ts'
import type { Path } from '../../../finding.ts'
import { type Build, device, emit, find, idOf, socketPath, virtioOptions } from '../../build.ts'
import { counted, type OptionValue, options } from '../../options.ts'
import { byHand, type Said, said } from '../../said.ts'
import { virtioSaid } from '../../said-of-devices.ts'
import { seat, seatSaid } from '../seat.ts'
import { cards, defaultVram, hasVirtioVga, qxlMemory, virtioCards } from './cards.ts'

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
  device: said,
  accel3d: said,
  accel2d: byHand('2D acceleration is left out: it belongs to VirtualBox.'),
  rendernode: said,
  resolution: { x: said, y: said },
  driver: {
    name: said,
    vgaconf: byHand('vgaconf is left out: it belongs to bhyve.'),
    ...virtioSaid,
  },
  ...seatSaid,
}

/** The card that firmware draws on comes first, as libvirt has it: guests number them as they come. */
export function renderVideo(build: Build): void {
  const list = build.devices.video ?? []
  const chosen = list.findIndex((card) => card.primary === true)
  const primary = Math.max(0, chosen)
  const order = [...list.entries()].toSorted(
    ([one], [other]) => Number(other === primary) - Number(one === primary),
  )
  for (const [number, [index, card]] of order.entries()) renderCard(build, card, index, number)
}

/** @param number among the cards, the primary one being 0 */
function renderCard(build: Build, card: Video, index: number, number: number): void {
  const path = ['devices', 'video', index]
  if (card.model === 'none') {
    reportKnobs(build, card, [], path)
    return
  }
  const id = idOf(build, card.alias, `video${number}`, path)
  if (card.model === 'virtio') {
    renderVirtio(build, card, id, number === 0, path)
    return
  }
  const known = cards.find(({ model }) => model === card.model)
  const driver = number === 0 ? known?.primary : known?.secondary
  if (known === undefined || driver === undefined) {
    find(build, 'qemu.unsupported', [...path, 'model'], noCard(card, known !== undefined))
    return
  }
  const { pairs, knows } = settings(card)
  device(build, driver, path, { id }, pairs, seat(build, card, path))
  reportKnobs(build, card, knows, path)
}

function noCard({ model }: Video, isKnown: boolean): string {
  return isKnown
    ? `QEMU has no second video card ${model}: use virtio or qxl.`
    : `QEMU has no video card ${model ?? 'without a model'}: use virtio.`
}

interface Settings {
  readonly pairs: Record<string, OptionValue>
  readonly knows: readonly Knob[]
}

/** What each card understands, and in which unit. */
function settings(card: Video): Settings {
  const size = { xres: card.resolution?.x, yres: card.resolution?.y }
  const vram = powerOfTwo(card.vram ?? defaultVram)
  switch (card.model) {
    case 'qxl':
      return {
        pairs: { max_outputs: counted(card.heads ?? 1), ...qxlPairs(card), ...size },
        knows: ['heads', 'ram', 'vram', 'vram64', 'vgamem', 'resolution'],
      }
    case 'vga':
      return {
        pairs: { vgamem_mb: Math.floor(vram / 1024), edid: card.edid, ...size },
        knows: ['vram', 'resolution', 'edid'],
      }
    case 'bochs':
      return {
        pairs: { vgamem: vram * 1024, edid: card.edid, ...size },
        knows: ['vram', 'resolution', 'edid'],
      }
    case 'vmvga':
      return { pairs: { vgamem_mb: Math.floor(vram / 1024) }, knows: ['vram'] }
    default:
      return { pairs: {}, knows: [] }
  }
}

function qxlPairs(card: Video): Record<string, OptionValue> {
  const pairs: Record<string, OptionValue> = {}
  for (const { key, field, unitBytes, default: unsaid } of qxlMemory) {
    const held = card[field] ?? unsaid
    const amount = field === 'ram' || field === 'vram' ? powerOfTwo(held === 0 ? unsaid : held) : held
    pairs[key] = Math.floor((amount * 1024) / unitBytes)
  }
  return pairs
}

/** libvirt rounds memory of cards up. */
function powerOfTwo(amount: number): number {
  return amount <= 1 ? amount : 2 ** Math.ceil(Math.log2(amount))
}

function renderVirtio(build: Build, card: Video, id: string, isPrimary: boolean, path: Path): void {
  const isVhostUser = card.driver?.name === 'vhostuser'
  const hasVga = isPrimary && hasVirtioVga(build.arch) && card.address?.type !== 'virtio-mmio'
  const chosen = virtioCards.find((one) =>
    card.device === undefined
      ? one.isVhostUser === isVhostUser &&
        one.hasVga === hasVga &&
        one.hasGl === (card.accel3d === true && !isVhostUser)
      : one.device === card.device,
  )
  if (chosen === undefined) return
  const chardev = chosen.isVhostUser ? renderDrawer(build, card, id, path) : undefined
  // libvirt says no options of virtio here, though QEMU would take them.
  const isPlain = chosen.isVhostUser && chosen.hasVga
  if (isPlain) reportOptions(build, card, path)
  device(
    build,
    `${chosen.device}${suffix(chosen.hasVga, card)}`,
    path,
    { id },
    isPlain ? undefined : virtioOptions(card.driver),
    {
      max_outputs: counted(card.heads ?? 1),
      chardev,
      blob: chosen.isVhostUser ? undefined : card.blob,
      edid: card.edid,
      xres: card.resolution?.x,
      yres: card.resolution?.y,
    },
    seat(build, card, path),
  )
  const drawing: readonly Knob[] = chosen.isVhostUser ? ['rendernode'] : ['blob']
  reportKnobs(build, card, ['heads', 'resolution', 'edid', 'accel3d', ...drawing], path)
}

function reportOptions(build: Build, card: Video, path: Path): void {
  for (const [key, value] of Object.entries(card.driver ?? {}))
    if (value !== undefined && key !== 'name' && key !== 'vgaconf' && key !== '$rest')
      find(
        build,
        'qemu.differs',
        [...path, 'driver', key],
        `${key} is left out: libvirt does not say it for vhost-user-vga. Add it to the -device, or make the card a second one.`,
      )
}

/** Cards with VGA registers are on PCI only, and their names don't say so. */
function suffix(hasVga: boolean, { address }: Video): string {
  if (hasVga) return ''
  if (address?.type === 'virtio-mmio') return '-device'
  return address?.type === 'ccw' ? '-ccw' : '-pci'
}

/** The process that draws, which has to be there before QEMU is. */
function renderDrawer(build: Build, card: Video, id: string, path: Path): string {
  const chardev = `chr-vu-${id}`
  const socket = socketPath(build, `${id}-vhost-user.sock`, path)
  emit(build, '-chardev', path, options('socket', { id: chardev, path: socket }))
  const virgl = card.accel3d === true ? ' --virgl' : ''
  const node = card.rendernode === undefined ? '' : ` --render-node ${card.rendernode}`
  find(
    build,
    'qemu.host-setup',
    [...path, 'driver', 'name'],
    `Another process draws, which has to run before QEMU starts: vhost-user-gpu --socket-path ${socket}${virgl}${node}. The memory of the VM has to be shared.`,
  )
  return chardev
}

const knobs = [
  'vram',
  'ram',
  'vram64',
  'vgamem',
  'heads',
  'blob',
  'edid',
  'device',
  'accel3d',
  'rendernode',
  'resolution',
] as const
type Knob = (typeof knobs)[number]

/** A knob that the card does not have; what libvirt writes of its own accord is no loss. */
function reportKnobs(build: Build, card: Video, known: readonly Knob[], path: Path): void {
  for (const knob of knobs) {
    const held = card[knob]
    if (held === undefined || held === false || known.includes(knob)) continue
    if ((knob === 'heads' && held === 1) || (knob === 'vram' && held === defaultVram)) continue
    if (knob === 'device' && card.model === 'virtio') continue
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
