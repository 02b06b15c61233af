/** Disks and CDs: `domain.devices.disks`, each with a volume of the same name. */
import { busOfDisk, type Disk, diskName, diskNumber } from '../../../domain/index.ts'
import { isRecord, type UnknownRecord } from '../../../table/index.ts'
import { ownValue } from '../../../text/index.ts'
import { type Reading, ways } from '../reading.ts'
import { flag, formed, same, text, whole } from '../words/codec.ts'
import type { Hand } from '../words/hand.ts'
import { merged } from '../words/tree.ts'
import { readWords, says, sayWords } from '../words/words.ts'
import type { Writing } from '../writing.ts'
import { readVolume, sayVolume } from './volumes.ts'

const kinds = ['disk', 'cdrom', 'lun'] as const
type Kind = (typeof kinds)[number]

const words = [
  says('bootOrder', 'boot.order', whole(1, 2 ** 31 - 1)),
  says('cache', 'driver.cache', same('none', 'writethrough', 'writeback')),
  says('io', 'driver.io', same('native', 'threads')),
  says('errorPolicy', 'driver.error_policy', same('stop', 'ignore', 'report', 'enospace')),
  // pkg/storage/admitters/disks.go.
  says('serial', 'serial', formed(/^[\w.+-]{1,256}$/)),
  says('shareable', 'shareable', flag),
]
const blocks = [
  says('blockSize.custom.logical', 'blockio.logical_block_size', whole(512, 2 ** 31 - 1)),
  says('blockSize.custom.physical', 'blockio.physical_block_size', whole(512, 2 ** 31 - 1)),
  says('blockSize.custom.discardGranularity', 'blockio.discard_granularity', whole(0, 2 ** 31 - 1)),
]
const ofKind = {
  disk: [
    says('bus', 'target.bus', same('virtio', 'scsi', 'sata', 'usb')),
    says('readonly', 'readonly', flag),
  ],
  cdrom: [
    says('bus', 'target.bus', same('scsi', 'sata', 'usb')),
    says('tray', 'target.tray', same('open', 'closed')),
  ],
  lun: [says('bus', 'target.bus', same('virtio', 'scsi', 'sata')), says('readonly', 'readonly', flag)],
} as const

const way = [...ways.devices, 'disks']
const prefixes: Readonly<Record<string, string>> = { virtio: 'vd' }

export function readDisks(reading: Reading): void {
  const taken = new Set<string>()
  let threads = 0
  for (const hand of reading.vm.takeItems(way)) {
    const name = text.read(hand.peek(['name']))
    if (typeof name !== 'string') continue
    const kind = kinds.find((one) => isRecord(hand.peek([one]))) ?? 'disk'
    const volume = reading.takeVolume(name)
    const source = readVolume(reading, name, kind, volume)
    if (source === 'kept' && volume !== undefined) {
      reading.own.push({ way: [...way, `=${name}`], value: hand.rest })
      reading.own.push({ way: [...ways.template, 'volumes', `=${name}`], value: volume.rest })
    }
    if (source === 'kept' || source === 'read') continue
    const said = merged(readWords(words, hand), readWords(blocks, hand))
    const disk = diskOf(hand, kind, name, taken)
    const hasThread = hand.takeAs(['dedicatedIOThread'], flag.read) === true
    if (hasThread) threads += 1
    reading.add(
      'disks',
      merged(merged(merged(disk, source), said), hasThread ? { driver: { iothread: threads } } : {}),
    )
    reading.keepItem(way, name, hand)
    if (volume !== undefined) reading.keepItem([...ways.template, 'volumes'], name, volume)
  }
  if (threads > 0) reading.say({ iothreads: threads })
}

function diskOf(hand: Hand, kind: Kind, name: string, taken: Set<string>): UnknownRecord {
  // sata is what KubeVirt takes where nothing is said (pkg/defaults).
  const said = merged({ target: { bus: 'sata' } }, readWords(ofKind[kind], hand, [kind]))
  hand.takePresence([kind])
  const target = isRecord(said['target']) ? said['target'] : {}
  const prefix = ownValue(prefixes, String(target['bus'])) ?? 'sd'
  const isPlace = new RegExp(`^${prefix}[a-z]{1,3}$`).test(name) && !taken.has(name)
  const dev = isPlace ? name : freeName(prefix, taken)
  taken.add(dev)
  return {
    ...said,
    device: kind,
    driver: { name: 'qemu', type: 'raw', ...(kind === 'cdrom' ? {} : { discard: 'unmap' }) },
    target: { ...target, dev },
    ...(kind === 'cdrom' ? { readonly: true } : {}),
    ...(dev === name ? {} : { alias: { name: `ua-${name}` } }),
  }
}

function freeName(prefix: string, taken: ReadonlySet<string>): string {
  for (let number = 0; ; number += 1) {
    const name = diskName(prefix, number)
    if (!taken.has(name)) return name
  }
}

/** Says each disk that has a kind there; what is left is told by whoever compares. */
export function sayDisks(writing: Writing): void {
  for (const [index, disk] of (writing.domain.devices?.disks ?? []).entries()) {
    const kind = disk.device ?? 'disk'
    if (kind === 'floppy') continue
    const wanted = placeName(disk, kind, index)
    const name = writing.nameFor(disk.alias?.name, wanted)
    const volume = sayVolume(writing, disk, name, index)
    if (volume === undefined) continue
    const said: UnknownRecord = {
      name,
      ...sayWords(words, disk),
      ...sayBlocks(disk),
      [kind]: { ...sayWords(ofKind[kind], disk), bus: busFor(disk, kind) },
      ...(hasThread(disk, kind) ? { dedicatedIOThread: true } : {}),
    }
    writing.addDevice('disks', withoutFalse(said, kind), ['devices', 'disks', index])
    writing.data.set(name, dataOf(disk))
  }
  const disks = writing.domain.devices?.disks ?? []
  if (disks.some(({ driver }) => (driver?.queues ?? 1) > 1)) writing.sayDevice('blockMultiQueue', true)
}

/** A name that says where the disk is, so that it is there again when it comes back. */
function placeName(disk: Disk, kind: Kind, index: number): string {
  const bus = busFor(disk, kind)
  const prefix = ownValue(prefixes, bus) ?? 'sd'
  const number = diskNumber(disk.target?.dev)
  return number === undefined ? `disk${index}` : diskName(prefix, Math.min(number, 18_000))
}

/** ide is none of theirs, and a CD is none of virtio's. */
function busFor(disk: Pick<Disk, 'device' | 'target'>, kind: Kind): string {
  const bus = busOfDisk(disk)
  if (bus === 'virtio') return kind === 'cdrom' ? 'sata' : 'virtio'
  return bus === 'scsi' || (bus === 'usb' && kind !== 'lun') ? bus : 'sata'
}

/** Both sizes or none; each of them is a power of two. */
function sayBlocks({ blockio }: Disk): UnknownRecord {
  const { logical_block_size: logical, physical_block_size: physical } = blockio ?? {}
  const fits = (size: number | undefined) => size !== undefined && size >= 512 && (size & (size - 1)) === 0
  return fits(logical) && fits(physical) && (logical ?? 0) <= (physical ?? 0)
    ? sayWords(blocks, { blockio })
    : {}
}

function hasThread({ driver, target, device }: Disk, kind: Kind): boolean {
  return driver?.iothread !== undefined && busFor({ target, device }, kind) === 'virtio'
}

/** What is not so is not said, and no disk of SATA is read-only. */
function withoutFalse(said: UnknownRecord, kind: Kind): Record<string, unknown> {
  const own = said[kind]
  const inner = isRecord(own) ? own : {}
  const { readonly, ...others } = inner
  const isReadOnly = readonly === true && inner['bus'] !== 'sata'
  const { shareable, ...rest } = said
  return {
    ...rest,
    ...(shareable === true ? { shareable } : {}),
    [kind]: isReadOnly ? { ...others, readonly } : others,
  }
}

/** Where the data was: all else that is said of it does not go over. */
function dataOf({ type = 'file', source = {} }: Disk): UnknownRecord {
  const { file, dev, pool, volume } = source
  const held = type === 'file' ? { file } : type === 'block' ? { dev } : { pool, volume }
  const said = Object.entries(held).filter(([, value]) => value !== undefined)
  return { type, ...(said.length === 0 ? {} : { source: Object.fromEntries(said) }) }
}
