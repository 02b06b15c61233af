/** Video cards of a command line: `-device`, `-vga`, and the card that QEMU adds by itself. */
import { ownValue } from '../../../text/index.ts'
import { joined, type OptionInHand, type Reading, takeCommon, takeProperties } from '../../reading/index.ts'
import { type Card, cards, hasVirtioVga, type Video, type VirtioCard, virtioCards } from './cards.ts'

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

const vgaModels: Readonly<Record<string, Video['model']>> = {
  std: 'vga',
  cirrus: 'cirrus',
  vmware: 'vmvga',
  qxl: 'qxl',
  virtio: 'virtio',
}

interface BuiltIn {
  readonly model: Video['model']
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

function readCard(
  reading: Reading,
  option: OptionInHand,
  { model, properties }: Card,
  isSaid: boolean,
): void {
  reading.add(
    'video',
    {
      model,
      ...(isSaid ? { primary: true } : {}),
      ...takeProperties(option, properties),
      ...takeCommon(reading, option),
    },
    [option],
  )
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
  const virgl = option.takeBoolean('virgl')
  const item: Video = {
    model: 'virtio',
    ...(isSaid ? { primary: true } : {}),
    ...(card.hasGl || virgl === true ? { accel3d: true } : {}),
    // libvirt chooses a card with VGA registers for the first one, where there is one.
    ...(card.hasVga === (isFirst && hasVirtioVga(reading.arch)) ? {} : { device: card.device }),
    ...(card.isVhostUser ? { driver: { name: 'vhostuser' } } : {}),
    ...takeCommon(reading, option),
  }
  reading.add('video', joined(item, takeProperties(option, card.properties)), [option])
  if (card.isVhostUser) reading.named('chardev', option.take('chardev'))?.finish()
}
