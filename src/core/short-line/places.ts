/** Places that QEMU finds itself, and ids that nobody asks for. */
import type { Line, Step } from './line.ts'
import { driverOf, type Piece, usesOf, valueFor, without } from './pieces.ts'

/** Bridges that only make places for other devices. */
const ports = new Set(['pcie-root-port', 'pcie-pci-bridge', 'pci-bridge', 'i82801b11-bridge'])

/** They say which NUMA node a device is at, or are there to be plugged into: an author who wants them wants the places. */
const deliberate = /^(?:pxb|x3130|xio3130|cxl)/

/** The root bus has 32 slots, some of which the mainboard takes. */
const mostOnRoot = 24

/** A real device expects a link, and the drivers of graphics cards refuse to do without. */
const wantsPort = /^vfio-pci/

export const pciPlaces: Step = {
  what: 'PCI addresses',
  source:
    'docs/system/devices/pci.rst and docs/pcie.txt: devices without bus and addr take the next free slot of the root bus; virtio devices there speak to old drivers, too',
  shorten: (line) => {
    const { pieces, machine } = line
    const { root } = machine
    if (root === undefined || pieces.some((piece) => deliberate.test(driverOf(piece) ?? ''))) return pieces
    const buses = new Set([`${root}.0`, ...pieces.flatMap((piece) => (isPort(piece) ? idOf(piece) : []))])
    const isPlaced = (piece: Piece) => buses.has(valueFor(piece, 'bus') ?? '') && !isPort(piece)
    const placed = pieces.filter((piece) => driverOf(piece) !== undefined && isPlaced(piece))
    if (placed.length > mostOnRoot || placed.some((piece) => isInTheWay(piece, line))) return pieces
    const free = pieces.map((piece) => (placed.includes(piece) ? withoutPlace(piece, `${root}.0`) : piece))
    return withoutEmptyPorts(free)
  },
}

function isPort(piece: Piece): boolean {
  return ports.has(driverOf(piece) ?? '')
}

function idOf(piece: Piece): string[] {
  const id = valueFor(piece, 'id')
  return id === undefined ? [] : [id]
}

/** One of several functions of a slot stays where it is, or the others would not be beside it. */
function isFunction(piece: Piece): boolean {
  return valueFor(piece, 'multifunction') === 'on' || /\.0x[1-7]$/.test(valueFor(piece, 'addr') ?? '')
}

/** Slots from 0x1b on are none that QEMU comes to, and slot 1 of i440FX is the mainboard's. */
function isInTheWay(piece: Piece, { machine }: Line): boolean {
  if (!isFunction(piece)) return false
  const slot = Number.parseInt(valueFor(piece, 'addr') ?? '', 16)
  return slot < 0x1b && !(machine.board === 'pc' && slot === 1)
}

function withoutPlace(piece: Piece, root: string): Piece {
  const isAtRoot = valueFor(piece, 'bus') === root
  if (isFunction(piece)) return isAtRoot ? without(piece, 'bus') : piece
  if (wantsPort.test(driverOf(piece) ?? '') && !isAtRoot) return without(piece, 'addr')
  return without(piece, 'bus', 'addr')
}

/** A port that stays keeps its number, which QEMU wants to be its own. */
function withoutEmptyPorts(pieces: readonly Piece[]): readonly Piece[] {
  const kept = pieces.filter((piece) => !isPort(piece) || idOf(piece).some((id) => usesOf(pieces, id) > 0))
  if (kept.length < pieces.length) return withoutEmptyPorts(kept)
  return pieces.map((piece) =>
    isPort(piece) ? without(piece, 'port', 'multifunction', 'addr', ...busAtRoot(piece)) : piece,
  )
}

function busAtRoot(piece: Piece): string[] {
  return /^pcie?\.0$/.test(valueFor(piece, 'bus') ?? '') ? ['bus'] : []
}

/** Buses that are there once: a device finds its own by its kind. */
interface Bus {
  readonly controller: RegExp
  readonly devices: RegExp
  /** Keys that say where on the bus a device is. */
  readonly places: readonly string[]
  /** Whether each device is where QEMU would put it, in the order of the line. */
  readonly isUsual: (devices: readonly Piece[]) => boolean
}

const buses: readonly Bus[] = [
  {
    controller: /^virtio-serial-/,
    devices: /^(?:virtserialport|virtconsole)$/,
    places: ['nr'],
    // Port 0 is for a console.
    isUsual: (devices) => {
      let next = 1
      return devices.every((piece) => {
        const nr = Number(valueFor(piece, 'nr') ?? next)
        const isFirst = nr === 0 && driverOf(piece) === 'virtconsole'
        if (isFirst) return true
        next += 1
        return nr === next - 1
      })
    },
  },
  {
    controller: /(?:xhci|ehci|uhci|ohci)/,
    devices: /^(?:usb-(?!ehci|hub|ccid|bot)|u2f-)/,
    places: ['port'],
    isUsual: (devices) => devices.every((piece) => /^\d+$/.test(valueFor(piece, 'port') ?? '1')),
  },
  {
    controller: /^(?:ich9-intel-hda|intel-hda)$/,
    devices: /^hda-/,
    places: ['cad'],
    isUsual: (devices) => devices.every((piece, index) => Number(valueFor(piece, 'cad') ?? index) === index),
  },
  {
    controller: /^virtio-scsi-/,
    devices: /^scsi-(?:hd|cd|block|generic)$/,
    places: ['channel', 'scsi-id', 'lun'],
    isUsual: (devices) =>
      devices.every(
        (piece, index) =>
          Number(valueFor(piece, 'scsi-id') ?? index) === index && Number(valueFor(piece, 'lun') ?? 0) === 0,
      ),
  },
]

export const busPlaces: Step = {
  what: 'places on other buses',
  source:
    'docs/qdev-device-use.txt: a device without bus goes to the first that is of its kind; hw/char/virtio-serial-bus.c, hw/usb/bus.c, hw/audio/intel-hda.c, hw/scsi/scsi-bus.c number them in turn',
  shorten: ({ pieces }) => {
    let shorter = pieces
    for (const bus of buses) {
      const [controller, another] = shorter.filter((piece) => bus.controller.test(driverOf(piece) ?? ''))
      if (controller === undefined || another !== undefined) continue
      const id = `${valueFor(controller, 'id')}.0`
      const on = shorter.filter((piece) => valueFor(piece, 'bus') === id)
      const isKnown = on.every((piece) => bus.devices.test(driverOf(piece) ?? ''))
      if (isKnown && bus.isUsual(on))
        shorter = shorter.map((piece) => (on.includes(piece) ? without(piece, 'bus', ...bus.places) : piece))
    }
    return shorter
  },
}

export const unusedIds: Step = {
  what: 'ids',
  source: 'docs/qdev-device-use.txt: an id is for those who name the device',
  shorten: ({ pieces }) =>
    pieces.map((piece) => {
      const id = driverOf(piece) === undefined ? undefined : valueFor(piece, 'id')
      return id !== undefined && usesOf(pieces, id) === 0 ? without(piece, 'id') : piece
    }),
}
