/** `-numa`, read. QEMU manual, -numa. */
import type { Domain } from '../../domain/index.ts'
import { sizeInBytes } from '../../table/index.ts'
import { ownValue, rangesOf } from '../../text/index.ts'
import type { OptionInHand, Reading } from '../reading/index.ts'
import { associativities, cachePolicies, hierarchies, type NumaCell } from './numa.ts'
import { type ReadBackend, readBackend } from './read-memory-backend.ts'

type Cpu = NonNullable<Domain['cpu']>
type CellDraft = { -readonly [Key in keyof NumaCell]: NumaCell[Key] }

const knownKeys: Readonly<Record<string, RegExp>> = {
  node: /^(?:type|nodeid|cpus(?:\.\d+)?|mem|memdev|initiator)$/,
  dist: /^(?:type|src|dst|val)$/,
  'hmat-lb': /^(?:type|initiator|target|hierarchy|data-type|latency|bandwidth)$/,
  'hmat-cache': /^(?:type|node-id|size|level|associativity|policy|line)$/,
}

/**
 * The cells of the guest, and what the memory of each is made of. All of them or none: a cell that a Domain can't say
 * would be there twice.
 *
 * @param bytes the memory of the guest: cells that say nothing share it
 */
export function readCells(reading: Reading, bytes: number): (ReadBackend & { readonly cell: number })[] {
  const options = reading.unread('numa')
  const nodes = options.filter((one) => one.peek('type') === 'node')
  if (nodes.length === 0 || !options.every((one) => isKnown(one))) return []
  const sizes = nodes.map((one) => memoryOf(reading, one))
  const said = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
  const share = Math.max(0, bytes - said) / Math.max(1, sizes.filter((size) => size === undefined).length)
  const pieces: (ReadBackend & { readonly cell: number })[] = []
  const cells = nodes.map((option, index) => {
    const id = option.takeNumber('nodeid') ?? index
    const piece = readBackend(reading, option.peek('memdev'))
    if (piece !== undefined) pieces.push({ ...piece, cell: id })
    return cellOf(
      option,
      id,
      Math.floor((sizes[index] ?? (option.peek('memdev') === undefined ? share : 0)) / 1024),
      piece,
    )
  })
  for (const option of options) readFurther(option, cells)
  reading.domain.cpu = { ...reading.domain.cpu, numa: cells, ...readLinks(options) }
  for (const option of options) option.finish()
  return pieces
}

function isKnown(option: OptionInHand): boolean {
  const keys = ownValue(knownKeys, option.peek('type') ?? '')
  return keys !== undefined && option.rest.every(([key]) => keys.test(key))
}

function memoryOf(reading: Reading, option: OptionInHand): number | undefined {
  const size = option.peek('mem') ?? reading.named('object', option.peek('memdev'))?.peek('size')
  if (size === undefined) return undefined
  return sizeInBytes(size, option.peek('mem') === undefined ? 1 : 1024 ** 2)
}

function cellOf(
  option: OptionInHand,
  id: number,
  kibibytes: number,
  piece: ReadBackend | undefined,
): CellDraft {
  const cpus = option.takeAll('cpus')
  return {
    id,
    ...(cpus.length > 0 ? { cpus: rangesOf(cpus.join(',')).join(',') } : {}),
    memory: String(kibibytes),
    unit: 'KiB',
    ...(piece?.access === undefined ? {} : { memaccess: piece.access }),
    ...(piece?.discard === undefined ? {} : { discard: piece.discard }),
  }
}

/** Distances and caches belong to the cell that they start from. */
function readFurther(option: OptionInHand, cells: CellDraft[]): void {
  const type = option.peek('type')
  const of = option.takeNumber(type === 'dist' ? 'src' : 'node-id')
  const cell = cells.find(({ id }) => id === of)
  if (cell === undefined) return
  if (type === 'dist') {
    const sibling = { id: option.takeNumber('dst') ?? 0, value: option.takeNumber('val') ?? 10 }
    cell.distances = [...(cell.distances ?? []), sibling]
  } else if (type === 'hmat-cache') {
    const size = sizeInBytes(option.take('size') ?? '0') ?? 0
    cell.caches = [
      ...(cell.caches ?? []),
      {
        level: option.takeNumber('level') ?? 1,
        associativity: wordOf(associativities, option.take('associativity')),
        policy: wordOf(cachePolicies, option.take('policy')),
        size: size % 1024 === 0 ? size / 1024 : size,
        size_unit: size % 1024 === 0 ? 'KiB' : 'bytes',
        line: option.takeNumber('line') ?? 0,
        line_unit: 'B',
      },
    ]
  }
}

function wordOf<Word extends string>(
  table: Readonly<Record<Word, string>>,
  value: string | undefined,
): Word | undefined
function wordOf(table: Readonly<Record<string, string>>, value: string | undefined): string | undefined {
  return Object.keys(table).find((word) => ownValue(table, word) === value)
}

/** Latencies and bandwidths between cells. */
function readLinks(options: readonly OptionInHand[]): Pick<Cpu, 'numa_latencies' | 'numa_bandwidths'> {
  const latencies: NonNullable<Cpu['numa_latencies']>[number][] = []
  const bandwidths: NonNullable<Cpu['numa_bandwidths']>[number][] = []
  for (const option of options) {
    const [, type, figure] =
      /^(access|read|write)-(latency|bandwidth)$/.exec(option.peek('data-type') ?? '') ?? []
    if (type !== 'access' && type !== 'read' && type !== 'write') continue
    const level = ['', ...hierarchies.slice(1)].indexOf(option.peek('hierarchy') ?? '')
    const link = {
      initiator: option.takeNumber('initiator'),
      target: option.takeNumber('target'),
      ...(level > 0 ? { cache: level } : {}),
      type,
    } as const
    if (figure === 'latency') latencies.push({ ...link, value: option.takeNumber('latency') })
    else {
      const bytes = sizeInBytes(option.take('bandwidth') ?? '0') ?? 0
      bandwidths.push({ ...link, value: Math.floor(bytes / 1024), unit: 'KiB' })
    }
  }
  return {
    ...(latencies.length > 0 ? { numa_latencies: latencies } : {}),
    ...(bandwidths.length > 0 ? { numa_bandwidths: bandwidths } : {}),
  }
}
