/** Block nodes and their device as one `-drive`. */
import type { Pair } from '../qemu/words/command-options.ts'
import type { Line, Step } from './line.ts'
import { driverOf, hasOnly, made, type Piece, plain, usesOf, valueFor, without, withValue } from './pieces.ts'

/** A disk whose nodes a `-drive` can say. */
interface Drive {
  readonly nodes: readonly Piece[]
  /** The name that the device calls it by. */
  readonly name: string
  readonly pairs: readonly Pair[]
  readonly device: Piece
}

const formats = new Set(['raw', 'qcow2', 'qed', 'vmdk', 'vdi', 'vpc', 'vhdx'])

/** QEMU tells a device from a file by itself when it is named by `file=`. */
const storages = new Set(['file', 'host_device', 'host_cdrom'])

const cacheKeys = ['cache.direct', 'cache.no-flush']
const ofDrive = ['read-only', 'discard', 'detect-zeroes', ...cacheKeys]

/** Words of `cache=`: direct, no-flush, write-cache. qemu-options.hx, -drive. */
const caches: readonly (readonly [direct: string, noFlush: string, writeCache: string, word: string])[] = [
  ['on', 'off', 'on', 'none'],
  ['off', 'off', 'on', 'writeback'],
  ['off', 'off', 'off', 'writethrough'],
  ['on', 'off', 'off', 'directsync'],
  ['off', 'on', 'on', 'unsafe'],
]

function drivesOf(pieces: readonly Piece[]): Drive[] {
  const nodes = nodesOf(pieces)
  return pieces.flatMap((device) => {
    const name = driverOf(device) === undefined ? undefined : valueFor(device, 'drive')
    const top = name === undefined ? undefined : nodes.get(name)
    const drive = name === undefined || top === undefined ? undefined : driveOf(nodes, device, name, top)
    return drive === undefined ? [] : [drive]
  })
}

type Nodes = ReadonlyMap<string, Piece>

/** The block nodes that one place names, by their names. */
function nodesOf(pieces: readonly Piece[]): Nodes {
  return new Map(
    pieces.flatMap((piece): [string, Piece][] => {
      if (piece.option !== 'blockdev' || piece.isFixed === true) return []
      const name = valueFor(piece, 'node-name')
      return name !== undefined && usesOf(pieces, name) === 1 ? [[name, piece]] : []
    }),
  )
}

function driveOf(nodes: Nodes, device: Piece, name: string, top: Piece): Drive | undefined {
  const driver = valueFor(top, 'driver') ?? ''
  const isStorage = storages.has(driver)
  const below = isStorage ? top : nodes.get(valueFor(top, 'file') ?? '')
  if (below === undefined || !(isStorage || isFormat(top)) || !isPlainStorage(below)) return undefined
  const cache = cacheOf(top, device)
  if (cache === 'unsayable' || (!isStorage && cacheText(below) !== cacheText(top))) return undefined
  const said = (key: string, value: string | undefined): Pair[] => (value === undefined ? [] : [[key, value]])
  return {
    nodes: isStorage ? [top] : [below, top],
    name,
    device: cache === undefined ? device : without(device, 'write-cache'),
    pairs: [
      ...said('file', valueFor(below, 'filename')),
      ['format', isStorage ? 'raw' : driver],
      ...said('readonly', valueFor(top, 'read-only') === 'on' ? 'on' : undefined),
      ...said('cache', cache),
      ...said('aio', valueFor(below, 'aio')),
      ...said('discard', valueFor(top, 'discard')),
      ...said('detect-zeroes', valueFor(top, 'detect-zeroes')),
    ],
  }
}

function isFormat(top: Piece): boolean {
  return (
    formats.has(valueFor(top, 'driver') ?? '') && hasOnly(top, ['driver', 'node-name', 'file', ...ofDrive])
  )
}

/** A name that begins with a slash is no protocol. */
function isPlainStorage(below: Piece): boolean {
  return (
    storages.has(valueFor(below, 'driver') ?? '') &&
    /^[/~]/.test(valueFor(below, 'filename') ?? '') &&
    hasOnly(below, ['driver', 'node-name', 'filename', 'auto-read-only', 'aio', ...ofDrive])
  )
}

function cacheText(piece: Piece): string {
  return cacheKeys.map((key) => valueFor(piece, key)).join()
}

function cacheOf(top: Piece, device: Piece): string | undefined {
  const [direct, noFlush] = cacheKeys.map((key) => valueFor(top, key))
  const writeCache = valueFor(device, 'write-cache')
  if (direct === undefined && noFlush === undefined && writeCache === undefined) return undefined
  const found = caches.find(
    ([ofDirect, ofFlush, ofCache]) => ofDirect === direct && ofFlush === noFlush && ofCache === writeCache,
  )
  return found?.[3] ?? 'unsayable'
}

/** The port that a disk has on the mainboard's own controller; undefined for another place. */
function boardPort(device: Piece, { machine }: Line): number | undefined {
  const [, bus] = /^ide\.(\d)$/.exec(valueFor(device, 'bus') ?? '') ?? []
  const unit = Number(valueFor(device, 'unit') ?? 0)
  if (bus === undefined) return undefined
  if (machine.board === 'q35') return unit === 0 ? Number(bus) : undefined
  return machine.board === 'pc' ? Number(bus) * 2 + unit : undefined
}

/** What the device is as a word of `if=`; undefined when it has to stay a device of its own. */
function interfaceOf(device: Piece, line: Line): string | undefined {
  const { machine } = line
  const driver = driverOf(device)
  if (driver === 'virtio-blk-pci' && (machine.board !== 'other' || machine.isVirt))
    return hasOnly(device, ['driver', 'drive', 'id']) ? 'virtio' : undefined
  const isAta = driver === 'ide-hd' || driver === 'ide-cd'
  return isAta &&
    boardPort(device, line) !== undefined &&
    hasOnly(device, ['driver', 'drive', 'id', 'bus', 'unit'])
    ? 'ide'
    : undefined
}

export const flashDrives: Step = {
  what: 'firmware',
  source: 'docs/system/i386/pc.rst and hw/i386/pc_sysfw.c: -drive if=pflash is pflash0, the next one pflash1',
  shorten: ({ pieces }) => {
    let shorter = pieces
    const machine = pieces.find(({ option }) => option === 'machine')
    const nodes = nodesOf(pieces)
    const chips = ['pflash0', 'pflash1'].flatMap((key) => {
      const name = machine === undefined ? undefined : valueFor(machine, key)
      const top = name === undefined ? undefined : nodes.get(name)
      const below = top === undefined ? undefined : nodes.get(valueFor(top, 'file') ?? '')
      return top === undefined || below === undefined ? [] : [{ key, top, below }]
    })
    const asked = machine?.pairs.filter(([key]) => key.startsWith('pflash')).length ?? 0
    if (chips.length !== asked) return pieces
    for (const { key, top, below } of chips) {
      const drive = driveOf(nodes, made('device', [], undefined, []), '', top)
      if (drive === undefined) return pieces
      const piece = made('drive', top.path, undefined, [['if', 'pflash'], ...drive.pairs])
      shorter = shorter
        .filter((one) => one !== below)
        .map((one) => (one === top ? piece : one.option === 'machine' ? without(one, key) : one))
    }
    return shorter
  },
}

export const diskDrives: Step = {
  what: 'disks',
  source:
    'qemu-options.hx, -drive: a shortcut for -blockdev and -device; if=virtio is virtio-blk, if=ide a port of the mainboard, -cdrom the third of them; blockdev.c',
  shorten: (line) => {
    const { pieces } = line
    const drives = drivesOf(pieces)
    const isWhole = ({ device }: Drive) => interfaceOf(device, line) !== undefined
    const onBoard = pieces.filter(
      (piece) => driverOf(piece) !== undefined && boardPort(piece, line) !== undefined,
    )
    const whole = drives.filter(isWhole)
    const ata = whole.filter(({ device }) => interfaceOf(device, line) === 'ide')
    const discs = ata.filter(({ device }) => driverOf(device) === 'ide-cd')
    const ofLine: Board = {
      line,
      // Beside devices that say their port the others have to say theirs.
      needsIndex: ata.length < onBoard.length,
      canBeCdrom: discs.length === 1 && ata.length <= 3,
    }
    const taken = new Set(pieces.map((piece) => valueFor(piece, 'id')))
    const devices = new Map(pieces.toReversed().map((piece) => [valueFor(piece, 'drive'), piece]))
    const instead = new Map<Piece, readonly Piece[]>()
    for (const drive of drives) {
      const made = isWhole(drive) ? [wholeDrive(drive, ofLine)] : driveAndDevice(drive, taken)
      const device = devices.get(drive.name)
      if (device !== undefined) instead.set(device, made)
      for (const node of drive.nodes) instead.set(node, [])
    }
    return pieces.flatMap((piece) => instead.get(piece) ?? [piece])
  },
}

interface Board {
  readonly line: Line
  readonly needsIndex: boolean
  readonly canBeCdrom: boolean
}

/** `-cdrom` is the third port. */
const cdromPort = 2

function wholeDrive({ device, pairs }: Drive, { line, needsIndex, canBeCdrom }: Board): Piece {
  const kind = interfaceOf(device, line) ?? ''
  const isDisc = driverOf(device) === 'ide-cd'
  const port = boardPort(device, line)
  const { path } = device
  const all: Pair[] = [['if', kind]]
  if (needsIndex && port !== undefined) all.push(['index', String(port)])
  if (!isDisc) return made('drive', path, undefined, [...all, ...pairs])
  const disc = pairs.filter(([key]) => key !== 'readonly')
  const file = valueFor(made('drive', path, undefined, disc), 'file') ?? ''
  const isPlain = disc.every(([key, value]) => key === 'file' || (key === 'format' && value === 'raw'))
  if (isPlain && canBeCdrom && (!needsIndex || port === cdromPort)) return plain('cdrom', path, file)
  return made('drive', path, undefined, [...all, ['media', 'cdrom'], ...disc])
}

/** The device stays, and what it shows is one word. */
function driveAndDevice({ device, pairs }: Drive, taken: Set<string | undefined>): Piece[] {
  const kind = /-cd$/.test(driverOf(device) ?? '') ? 'disc' : 'disk'
  let number = 0
  while (taken.has(`${kind}${number}`)) number += 1
  const id = `${kind}${number}`
  taken.add(id)
  return [
    made('drive', device.path, undefined, [['if', 'none'], ['id', id], ...pairs]),
    withValue(device, 'drive', id),
  ]
}
