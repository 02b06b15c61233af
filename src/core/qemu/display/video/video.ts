import type { Path } from '../../../finding.ts'
import { type Build, idOf, leftOut, report, socketPath } from '../../build/index.ts'
import { byHand, decisionsOf, fieldsBeyond, written, writtenIn } from '../../decisions/index.ts'
import type { Properties } from '../../properties/property.ts'
import { device, emitPairs, propertyPairs } from '../../writing/index.ts'
import { seat, seatDecisions } from '../seat.ts'
import { cards, defaultVram, hasVirtioVga, type Video, videoProperties, virtioCards } from './cards.ts'

export const videoDecisions = decisionsOf<Video>(videoProperties, {
  ...writtenIn<Video>()('model primary device accel3d'),
  accel2d: byHand('2D acceleration is left out: it belongs to VirtualBox.'),
  rendernode: written,
  driver: { name: written, vgaconf: byHand('vgaconf is left out: it belongs to bhyve.') },
  ...seatDecisions,
})

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
    reportBeyond(build, card, undefined, path)
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
    leftOut(build, [...path, 'model'], noCard(card, known !== undefined))
    return
  }
  const { properties } = known
  device(build, driver, path, propertyPairs(build, properties, card, path, { id }), seat(build, card, path))
  reportBeyond(build, card, properties, path)
}

function noCard({ model }: Video, isKnown: boolean): string {
  return isKnown
    ? `QEMU has no second video card ${model}: use virtio or qxl.`
    : `QEMU has no video card ${model ?? 'without a model'}: use virtio.`
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
  device(
    build,
    `${chosen.device}${suffix(chosen.hasVga, card)}`,
    path,
    propertyPairs(build, chosen.properties, card, path, { id, chardev }),
    seat(build, card, path),
  )
  reportBeyond(build, card, chosen.properties, path)
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
  emitPairs(build, '-chardev', path, 'socket', { id: chardev, path: socket })
  const virgl = card.accel3d === true ? ' --virgl' : ''
  const node = card.rendernode === undefined ? '' : ` --render-node ${card.rendernode}`
  report(
    build,
    'qemu.host-setup',
    [...path, 'driver', 'name'],
    `Another process draws, which has to run before QEMU starts: vhost-user-gpu --socket-path ${socket}${virgl}${node}. The memory of the VM has to be shared.`,
  )
  return chardev
}

/** A setting that the card does not have; what libvirt writes of its own accord is no loss. */
function reportBeyond(build: Build, card: Video, own: Properties<Video> | undefined, path: Path): void {
  const isVirtio = card.model === 'virtio'
  const left = (field: Path, why: string) =>
    report(build, 'qemu.differs', [...path, ...field], `${field.at(-1)} is left out: ${why}`)
  const beyond = fieldsBeyond(card, own, videoProperties)
  for (const field of beyond) {
    if (field[0] === 'heads' && card.heads === 1) continue
    if (field[0] === 'vram' && card.vram === defaultVram) continue
    if (field[0] !== 'driver') left(field, `the card ${card.model} has no such setting.`)
    else if (isVirtio)
      left(
        field,
        'libvirt does not say it for vhost-user-vga. Add it to the -device, or make the card a second one.',
      )
  }
  for (const key of ['device', 'accel3d', 'rendernode'] as const)
    if (!isVirtio && card[key] !== undefined && card[key] !== false)
      left([key], `the card ${card.model} has no such setting.`)
  if (isVirtio && card.rendernode !== undefined && !isDrawnElsewhere(card))
    left(['rendernode'], 'the card virtio has no such setting.')
  if (!isVirtio && card.driver !== undefined) left(['driver'], `it is for virtio, not ${card.model}.`)
}

function isDrawnElsewhere({ device: driver, driver: { name } = {} }: Video): boolean {
  return driver === undefined ? name === 'vhostuser' : driver.startsWith('vhost-user')
}
