/** Video cards of a command line: `-device`, `-vga`, and the card that QEMU adds by itself. */

import type { Devices, Item } from '../../../domain/index.ts'
import { ownValue } from '../../../text/index.ts'
import type { OptionInHand } from '../../read/option-in-hand.ts'
import type { Reading } from '../../read/reading.ts'
import { takeAddress } from '../../read/take-address.ts'
import { takeAlias, takeVirtioDriver } from '../../read/take-device.ts'
import { type Card, cards, hasVirtioVga, qxlMemory, type VirtioCard, virtioCards } from './cards.ts'

type Draft = { -readonly [Key in keyof Item<Devices['video']>]: Item<Devices['video']>[Key] }

/** Cards in the order that guests see them: what QEMU makes of `-vga` comes before all `-device`. */
export function readVideo(reading: Reading): void {
  const builtIn = builtInCard(reading)
  if (builtIn !== undefined) reading.add('video', { model: builtIn.model, primary: true }, builtIn.options)
  let hasPrimary = builtIn !== undefined
  const options = reading.devices((driver) => kindOf(driver) !== undefined)
  const primaries = options.filter((option) => isPrimary(option.peek('driver') ?? ''))
  for (const option of options) {
    const driver = option.peek('driver') ?? ''
    const kind = kindOf(driver)
    if (kind === undefined) continue
    const isFirst = !hasPrimary && (primaries[0] ?? options[0]) === option
    // libvirt makes the only card a primary one.
    if (isFirst && 'model' in kind && kind.primary !== driver) continue
    // There is no second one of these with libvirt.
    if (!isFirst && 'model' in kind && kind.secondary !== driver) continue
    if (isFirst) hasPrimary = true
    const isSaid = isFirst && options.length > 1
    if ('model' in kind) readCard(reading, option, kind, isSaid)
    else readVirtio(reading, option, kind, isFirst, isSaid)
  }
}

/** True when no video card was read: libvirt would add one to every display. */
export function hasNoVideo({ read }: Reading): boolean {
  return read.every(({ list }) => list !== 'video')
}

function kindOf(driver: string): Card | VirtioCard | undefined {
  return (
    cards.find(({ primary, secondary }) => primary === driver || secondary === driver) ??
    virtioCards.find(({ device, hasVga }) => device + (hasVga ? '' : '-pci') === driver || device === driver)
  )
}

/** The drivers that take the place of the card that QEMU would add. `vl.c`, default_list. */
function isPrimary(driver: string): boolean {
  const kind = kindOf(driver)
  if (kind === undefined) return false
  return 'model' in kind ? kind.primary === driver && kind.secondary !== driver : kind.hasVga
}

const vgaModels: Readonly<Record<string, Draft['model']>> = {
  std: 'vga',
  cirrus: 'cirrus',
  vmware: 'vmvga',
  qxl: 'qxl',
  virtio: 'virtio',
}

interface BuiltIn {
  readonly model: Draft['model']
  readonly options: readonly OptionInHand[]
}

/** What `-vga` says, else what a PC has when nobody says anything. */
function builtInCard(reading: Reading): BuiltIn | undefined {
  const said = reading.unread('vga')
  const last = said.at(-1)
  if (last !== undefined) {
    const model = ownValue(vgaModels, last.written.value ?? '')
    if (model === undefined && last.written.value !== 'none') return undefined
    for (const option of said) option.finish()
    return model === undefined ? undefined : { model, options: said }
  }
  const isPc = reading.board !== 'other'
  if (!isPc || !reading.hasDefaults) return undefined
  const replaced = reading.options.some(
    ({ name, written }) =>
      name === 'device' && isPrimary(written.pairs.find(([key]) => key === 'driver')?.[1] ?? ''),
  )
  return replaced ? undefined : { model: 'vga', options: [] }
}

function readCard(reading: Reading, option: OptionInHand, { model }: Card, isSaid: boolean): void {
  option.take('driver')
  const item: Draft = { model, alias: takeAlias(option), address: takeAddress(reading, option) }
  if (isSaid) item.primary = true
  if (model === 'qxl') {
    item.heads = option.takeNumber('max_outputs')
    for (const { key, field, unitBytes } of qxlMemory) item[field] = kibibytes(option, key, unitBytes)
    if (item.vram64 === 0) item.vram64 = undefined
  } else if (model === 'vga' || model === 'vmvga') item.vram = kibibytes(option, 'vgamem_mb', 1048576)
  else if (model === 'bochs') item.vram = kibibytes(option, 'vgamem', 1)
  if (model === 'vga' || model === 'bochs') item.edid = option.takeBoolean('edid')
  if (model === 'vga' || model === 'bochs' || model === 'qxl') takeResolution(option, item)
  reading.add('video', item, [option])
}

function readVirtio(
  reading: Reading,
  option: OptionInHand,
  card: VirtioCard,
  isFirst: boolean,
  isSaid: boolean,
): void {
  // Another process draws, on a socket that only this line knows.
  if (card.isVhostUser && reading.named('chardev', option.peek('chardev')) === undefined) return
  option.take('driver')
  const driver = takeVirtioDriver(option)
  const virgl = option.takeBoolean('virgl')
  const item: Draft = {
    model: 'virtio',
    heads: option.takeNumber('max_outputs'),
    blob: option.takeBoolean('blob'),
    edid: option.takeBoolean('edid'),
    driver: card.isVhostUser ? { name: 'vhostuser', ...driver } : driver,
    alias: takeAlias(option),
    address: takeAddress(reading, option),
  }
  if (isSaid) item.primary = true
  if (card.hasGl || virgl === true) item.accel3d = true
  // libvirt chooses a card with VGA registers for the first one, where there is one.
  if (card.hasVga !== (isFirst && hasVirtioVga(reading.arch))) item.device = card.device
  takeResolution(option, item)
  const chardev = card.isVhostUser ? reading.named('chardev', option.take('chardev')) : undefined
  chardev?.finish()
  reading.add('video', item, [option])
}

function takeResolution(option: OptionInHand, item: Draft): void {
  if (option.peek('xres') === undefined || option.peek('yres') === undefined) return
  item.resolution = { x: option.takeNumber('xres'), y: option.takeNumber('yres') }
}

/** An amount in QEMU's unit; one that is no whole number of KiB stays. */
function kibibytes(option: OptionInHand, key: string, unitBytes: number): number | undefined {
  const value = option.peek(key)
  const [, digits = '', suffix = ''] = /^(\d+)([kmgt]?)$/i.exec(value ?? '') ?? []
  if (digits === '') return undefined
  const power = suffix === '' ? 0 : 'kmgt'.indexOf(suffix.toLowerCase()) + 1
  const bytes = Number(digits) * unitBytes * 1024 ** power
  if (!Number.isSafeInteger(bytes / 1024)) return undefined
  option.take(key)
  return bytes / 1024
}
