/** Memory and processors as people say them. */
import { sizeInBytes } from '../table/index.ts'
import type { Step } from './line.ts'
import { hasOnly, made, type Piece, usesOf, valueFor, without, withValue } from './pieces.ts'

const units = ['T', 'G', 'M', 'K'] as const

/** `8388608k` is `8G`; what is no size stays. */
function shortSize(text: string): string {
  if (!/^\d+[bBkKMGT]$/.test(text)) return text
  const bytes = bytesOf(text)
  for (const [index, unit] of units.entries()) {
    const size = 1024 ** (units.length - index)
    if (bytes !== undefined && bytes >= size && bytes % size === 0) return `${bytes / size}${unit}`
  }
  return text
}

/** QEMU counts in powers of 1024, with or without the `i`. */
function bytesOf(text: string): number | undefined {
  const [, number = '', unit = ''] = /^(\d+)([bBkKMGT])$/.exec(text) ?? []
  return /b/i.test(unit) ? Number(number) : sizeInBytes(`${number}${unit.toUpperCase()}iB`, 1)
}

export const mainMemory: Step = {
  what: 'memory of the board',
  source: 'qemu-options.hx, -m; hw/core/machine.c makes the same memory-backend-ram where no object is named',
  shorten: ({ pieces }) => {
    const machine = pieces.find(({ option }) => option === 'machine')
    const size = pieces.find(({ option }) => option === 'm')
    const id = machine && valueFor(machine, 'memory-backend')
    const object = pieces.find((piece) => piece.option === 'object' && valueFor(piece, 'id') === id)
    if (machine === undefined || size === undefined || object === undefined || id === undefined) return pieces
    const isPlain =
      valueFor(object, 'qom-type') === 'memory-backend-ram' && hasOnly(object, ['qom-type', 'id', 'size'])
    const bytes = bytesOf(valueFor(object, 'size') ?? '')
    if (!isPlain || usesOf(pieces, id) !== 1 || bytes !== bytesOf(valueFor(size, 'size') ?? '')) return pieces
    return pieces
      .filter((piece) => piece !== object)
      .map((piece) => (piece === machine ? without(piece, 'memory-backend') : piece))
  },
}

export const shortSizes: Step = {
  what: 'sizes',
  source: 'qemu-options.hx, -m: suffixes M and G; qapi/qom.json, MemoryBackendProperties',
  shorten: ({ pieces }) =>
    pieces.map((piece) => {
      if (piece.isFixed === true) return piece
      if (piece.option === 'm') return { ...sized(piece, 'size', 'maxmem'), first: 'size' }
      const isMemory =
        piece.option === 'object' && valueFor(piece, 'qom-type')?.startsWith('memory-backend-') === true
      return isMemory ? sized(piece, 'size') : piece
    }),
}

function sized(piece: Piece, ...keys: readonly string[]): Piece {
  let sized = piece
  for (const key of keys) {
    const value = valueFor(piece, key)
    if (value !== undefined) sized = withValue(sized, key, shortSize(value))
  }
  return sized
}

/** Parts of a socket that are one unless something is said. */
const between = ['drawers', 'books', 'dies', 'clusters', 'modules', 'threads']

export const shortTopology: Step = {
  what: 'topology',
  source:
    'hw/core/machine-smp.c, machine_parse_smp_config: levels that are not said are one, then cores take up the rest; since QEMU 6.2',
  shorten: ({ pieces }) =>
    pieces.map((piece) => {
      if (piece.option !== 'smp' || piece.isFixed === true) return piece
      const { pairs } = without(piece, ...between.filter((level) => valueFor(piece, level) === '1'))
      const topology = made('smp', piece.path, piece.first, pairs)
      return coresFollow(piece)
        ? without(topology, 'cores', ...(valueFor(piece, 'sockets') === '1' ? ['sockets'] : []))
        : topology
    }),
}

/** Whether the number of cores is what is left when all other levels are said, so that QEMU works it out. */
function coresFollow(piece: Piece): boolean {
  const count = (key: string) => Number(valueFor(piece, key) ?? 1)
  const all = Number(valueFor(piece, 'maxcpus') ?? piece.pairs[0]?.[1])
  const others = ['sockets', ...between].reduce((product, level) => product * count(level), 1)
  return others * count('cores') === all
}
