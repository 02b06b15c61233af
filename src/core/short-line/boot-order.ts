/** Places in the boot order that the firmware has anyway, or that one word says. */
import type { Path } from '../finding.ts'
import type { Line, Step } from './line.ts'
import { driverOf, made, type Piece, valueFor, without } from './pieces.ts'

const disk = /^(?:virtio-blk-|ide-hd$|scsi-hd$|usb-storage$|nvme$)/
const cdrom = /^(?:ide|scsi)-cd$/
const floppy = /^(?:isa-fdc|floppy)$/

export const bootOrder: Step = {
  what: 'boot order',
  source:
    'SeaBIOS, docs/Runtime_config and QEMU’s default order cad: the disk, then the disc; OVMF, BmEnumerateBootOptions: removable media, then disks; qemu-options.hx, -boot order',
  shorten: (line) => {
    const { pieces } = line
    const placed = pieces.filter((piece) => valueFor(piece, 'bootindex') !== undefined)
    const of = (kind: RegExp) => pieces.filter((piece) => kind.test(driverOf(piece) ?? ''))
    const disks = of(disk)
    const discs = of(cdrom)
    const [first, second] = placed.toSorted((one, other) => indexOf(one) - indexOf(other))
    if (first === undefined || disks.length !== 1 || placed.length > 2) return pieces
    if (placed.some(({ isFixed }) => isFixed === true) || of(floppy).length > 0) return pieces
    const [only] = disks
    const isDiskFirst = first === only && (second === undefined || second === discs[0])
    if (!hasBios(line)) return isDiskFirst && discs.length === 0 ? withoutOrder(pieces) : pieces
    if (isDiskFirst) return withoutOrder(pieces)
    return first === discs[0] && second === only ? withOrder(withoutOrder(pieces), first.path) : pieces
  },
}

function indexOf(piece: Piece): number {
  return Number(valueFor(piece, 'bootindex'))
}

/** SeaBIOS is what a PC has without a word. */
function hasBios({ pieces, machine }: Line): boolean {
  const isOther = pieces.some(
    (piece) => piece.option === 'bios' || piece.pairs.some(([key]) => key.startsWith('pflash')),
  )
  return machine.isX86 && !isOther
}

function withoutOrder(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece) => without(piece, 'bootindex'))
}

/** First the disc, then the disk. */
function withOrder(pieces: readonly Piece[], path: Path): readonly Piece[] {
  const order = ['order', 'dc'] as const
  const held = pieces.find(({ option }) => option === 'boot')
  if (held === undefined) return [...pieces, made('boot', path, 'order', [order])]
  return pieces.map((piece) =>
    piece === held ? made('boot', held.path, 'order', [order, ...held.pairs]) : piece,
  )
}
