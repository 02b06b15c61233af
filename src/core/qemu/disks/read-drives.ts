/** `-drive` and its short forms: -hda … -hdd, -cdrom, -fda, -fdb, -sd and image files alone. QEMU manual, -drive. */
import type { Disk, DiskBus } from '../../domain/index.ts'
import { ownValue } from '../../text/index.ts'
import { joined, OptionInHand, type Reading, takeWord } from '../reading/index.ts'
import { Backend } from './backend.ts'
import { BlockView } from './block-view.ts'
import type { DiskData } from './disk-data.ts'
import type { DiskNames } from './disk-names.ts'
import { caches, ioWords, isCacheMode } from './disk-words.ts'
import { nodeOption } from './drive-nodes.ts'
import { takeErrorPolicies } from './read-disk-keys.ts'
import { backingStoreOf, type NodeSwitches, readNode, switchesOf } from './read-nodes.ts'
import { takeLimits } from './read-throttle.ts'

/** Short forms with the place of each: `-hdb` is the second. */
const shortForms: Readonly<Record<string, { if?: string; index: number; media?: 'cdrom' }>> = {
  hda: { index: 0 },
  hdb: { index: 1 },
  hdc: { index: 2 },
  hdd: { index: 3 },
  '': { index: 0 },
  cdrom: { index: 2, media: 'cdrom' },
  fda: { if: 'floppy', index: 0 },
  fdb: { if: 'floppy', index: 1 },
  sd: { if: 'sd', index: 0 },
}

/** Buses by the word of `if=`; flash memory is the machine's, the rest is kept. */
const buses: Readonly<Record<string, DiskBus>> = {
  ide: 'ide',
  virtio: 'virtio',
  scsi: 'scsi',
  floppy: 'fdc',
  sd: 'sd',
}

/** Drives that QEMU makes the device of. */
export function readShortDrives(reading: Reading, names: DiskNames): void {
  const taken = new TakenPlaces()
  for (const option of reading.unread('drive', ...Object.keys(shortForms))) {
    const short = ownValue(shortForms, option.name)
    if (option.name === '' && !isImage(option.written.value ?? '')) continue
    const word = short?.if ?? option.peek('if') ?? usualInterface(reading)
    const bus = ownValue(buses, word)
    if (bus === undefined) continue
    const backend = new Backend(reading)
    const view = short === undefined ? option : shortOption(option, short.media)
    backend.options.add(option)
    const data = readDrive(backend, view)
    if (data === undefined) {
      backend.keep()
      continue
    }
    const number = short?.index ?? numberOf(view, bus, reading, taken)
    if (taken.has(bus, number)) {
      // QEMU: `drive with bus=0, unit=0 (index=0) exists`.
      backend.keep()
      continue
    }
    taken.add(bus, number)
    if (short !== undefined) option.finish()
    add(reading, names, bus, number, data, backend, option)
  }
}

/** QEMU takes any word for an image; one that is no path is a slip, and is kept. */
function isImage(word: string): boolean {
  return /[./:]/.test(word)
}

/** What QEMU takes a drive for that says nothing. */
function usualInterface({ arch, board }: Reading): string {
  if (board !== 'other') return 'ide'
  return arch === 'aarch64' || arch.startsWith('riscv') || arch === 's390x' ? 'virtio' : 'scsi'
}

/** The same as a `-drive`. */
function shortOption(option: OptionInHand, media: 'cdrom' | undefined): OptionInHand {
  const file = option.written.value ?? ''
  return new OptionInHand({
    ...option.written,
    name: 'drive',
    pairs:
      media === undefined
        ? [['file', file]]
        : [
            ['file', file],
            ['media', media],
          ],
  })
}

/** `index`, or `bus` and `unit`; the first free place otherwise. */
function numberOf(option: OptionInHand, bus: DiskBus, reading: Reading, taken: TakenPlaces): number {
  const units = bus === 'ide' && reading.board === 'pc' ? 2 : bus === 'fdc' ? 2 : bus === 'scsi' ? 7 : 1
  const index = option.takeNumber('index')
  const unit = option.takeNumber('unit')
  const busNumber = option.takeNumber('bus')
  if (index !== undefined) return index
  if (unit !== undefined || busNumber !== undefined) return (busNumber ?? 0) * units + (unit ?? 0)
  return taken.firstFree(bus)
}

/** The numbers of drives that are taken, by their bus. */
class TakenPlaces {
  private readonly numbers = new Map<DiskBus, Set<number>>()
  /** Every number before it is taken. */
  private readonly next = new Map<DiskBus, number>()

  add(bus: DiskBus, number: number): void {
    const taken = this.numbers.get(bus) ?? new Set()
    this.numbers.set(bus, taken.add(number))
  }

  has(bus: DiskBus, number: number): boolean {
    return this.numbers.get(bus)?.has(number) === true
  }

  firstFree(bus: DiskBus): number {
    let free = this.next.get(bus) ?? 0
    while (this.has(bus, free)) free += 1
    this.next.set(bus, free)
    return free
  }
}

function add(
  reading: Reading,
  names: DiskNames,
  word: DiskBus,
  number: number,
  data: DiskData,
  backend: Backend,
  option: OptionInHand,
): void {
  const { bus, address } = placeOf(reading, word, number)
  const device = word === 'fdc' ? 'floppy' : bus === 'virtio' || bus === 'sd' ? undefined : data.device
  const { direct, noFlush } = data
  const cache = data.driver?.cache
  reading.add(
    'disks',
    {
      ...data.disk,
      device: device ?? 'disk',
      driver: { name: 'qemu', ...data.driver, cache: cache ?? modeOf(direct, noFlush) },
      target: { dev: names.next(bus, `${bus}-disk${number}`, address), bus },
      readonly:
        (data.readonly === true && device !== 'cdrom') || (data.device === 'cdrom' && device === undefined)
          ? true
          : undefined,
      address,
    },
    [option, ...[...backend.options].filter((one) => one !== option)],
  )
}

function modeOf(direct: boolean | undefined, noFlush: boolean | undefined) {
  if (direct === undefined && noFlush === undefined) return undefined
  return direct === true ? 'none' : noFlush === true ? 'unsafe' : 'writeback'
}

/** q35 has one drive on each of its ports, i440FX two on each of two cables. */
function placeOf(
  reading: Reading,
  word: DiskBus,
  number: number,
): { bus: DiskBus; address?: Disk['address'] } {
  const at = (bus: number, unit: number, controller = 0) => ({
    type: 'drive' as const,
    controller: String(controller),
    bus: String(bus),
    target: '0',
    unit: String(unit),
  })
  switch (word) {
    case 'ide':
      return reading.board === 'pc'
        ? { bus: 'ide', address: at(Math.floor(number / 2), number % 2) }
        : { bus: 'sata', address: at(0, number % 6, Math.floor(number / 6)) }
    case 'scsi':
      return { bus: 'scsi', address: at(0, number % 7, Math.floor(number / 7)) }
    case 'fdc':
      return { bus: 'fdc', address: at(0, number % 2) }
    default:
      return { bus: word }
  }
}

/** What a `-drive` says besides its place; a second reading of the same option finds nothing more. */
export function readDrive(backend: Backend, option: OptionInHand): DiskData | undefined {
  const { reading } = backend
  const view = new BlockView(option)
  backend.options.add(option)
  for (const key of ['id', 'if', 'node-name']) option.take(key)
  const media = option.take('media')
  const device = media === 'cdrom' ? 'cdrom' : undefined
  const limits = takeLimits(option, 'throttling.', 'limits.')
  const group = option.take('throttling.group')
  const oldLimits = takeOldLimits(option)
  const iotune = { ...oldLimits, ...limits, ...(group === undefined ? {} : { group_name: group }) }
  const name = option.peek('file')
  const format = option.peek('format') ?? option.peek('driver')
  const layer =
    name === undefined && !view.has('file.driver') && !view.has('file.filename')
      ? undefined
      : readNode(backend, new BlockView(nodeOption(backend, option, name, device === 'cdrom', format)))
  if (layer === undefined && (name !== undefined || view.has('file'))) return undefined
  const word = option.peek('cache')
  const cache = isCacheMode(word) ? word : undefined
  if (cache !== undefined) option.take('cache')
  const switches: NodeSwitches = joined(layer?.switches ?? {}, switchesOf(view))
  backend.io = takeWord(option, ioWords, 'aio') ?? backend.io
  const snapshot = option.takeBoolean('snapshot')
  const copyOnRead = option.takeBoolean('copy-on-read')
  const isSnapshot = snapshot ?? reading.options.some((one) => one.name === 'snapshot')
  // boot=on is of KVM's own first years.
  option.drop('boot', 'on')
  const serial = option.take('serial')
  return {
    device,
    readonly: switches.readonly,
    direct: cache === undefined ? switches.direct : caches[cache].direct,
    noFlush: cache === undefined ? switches.noFlush : caches[cache].noFlush,
    disk: {
      type: layer?.type ?? 'file',
      source:
        layer?.encryption === undefined ? layer?.source : { ...layer.source, encryption: layer.encryption },
      backing_store: layer?.below === undefined ? undefined : backingStoreOf(layer.below),
      iotune: Object.keys(iotune).length === 0 ? undefined : iotune,
      transient: isSnapshot && layer !== undefined ? true : undefined,
      ...(serial === undefined ? {} : { serial }),
    },
    driver: {
      type: layer?.type === 'dir' ? 'fat' : layer?.format,
      ...(cache === undefined ? {} : { cache }),
      io: backend.io,
      discard: discardOf(option) ?? switches.discard,
      detect_zeroes: switches.zeroes,
      copy_on_read: copyOnRead === true ? true : backend.copyOnRead,
      metadata_cache: layer?.metadataCache,
      discard_no_unref: layer?.noUnref,
      ...takeErrorPolicies(option),
    },
  }
}

/** QEMU takes on and off here as well. */
function discardOf(option: OptionInHand): 'unmap' | 'ignore' | undefined {
  const value = option.takeBoolean('discard')
  return value === undefined ? undefined : value ? 'unmap' : 'ignore'
}

const oldLimitKeys = {
  bps: 'total_bytes_sec',
  bps_rd: 'read_bytes_sec',
  bps_wr: 'write_bytes_sec',
  iops: 'total_iops_sec',
  iops_rd: 'read_iops_sec',
  iops_wr: 'write_iops_sec',
  bps_max: 'total_bytes_sec_max',
  iops_max: 'total_iops_sec_max',
  iops_size: 'size_iops_sec',
} as const

/** Limits as older versions spell them. */
function takeOldLimits(option: OptionInHand): NonNullable<Disk['iotune']> {
  const limits: { -readonly [Key in keyof NonNullable<Disk['iotune']>]: NonNullable<Disk['iotune']>[Key] } =
    {}
  for (const [old, key] of Object.entries(oldLimitKeys)) {
    const value = option.takeNumber(old)
    if (value !== undefined && value !== 0) limits[key] = value
  }
  return limits
}
