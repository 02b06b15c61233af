/** Disks and CDs: `scsi0: local-lvm:vm-100-disk-0,discard=on,iothread=1`. PVE::QemuServer::Drive. */
import { busOfDisk, type Disk, diskName, diskNumber } from '../../../domain/index.ts'
import { isRecord, type UnknownRecord } from '../../../table/index.ts'
import { ownValue } from '../../../text/index.ts'
import type { Numbered, Reading } from '../reading.ts'
import { type Pair, type PropertyList, readPropertyList } from '../words/property-list.ts'
import { heldAt, merged, readWords, sayWords } from '../words/words.ts'
import type { Writing } from '../writing.ts'
import { diskAliases, diskWords } from './disk-words.ts'
import { readScsiControllers, type ScsiDisk, sayScsiHardware } from './scsi.ts'
import { formatOfVolume, isCloudInitDrive, readVolume, volumeOf } from './volumes.ts'

interface DiskFamily {
  readonly name: 'virtio' | 'scsi' | 'sata' | 'ide'
  readonly prefix: string
  /** The highest number. */
  readonly most: number
}

export const diskFamilies: readonly DiskFamily[] = [
  { name: 'virtio', prefix: 'vd', most: 15 },
  { name: 'scsi', prefix: 'sd', most: 30 },
  { name: 'sata', prefix: 'sd', most: 5 },
  { name: 'ide', prefix: 'hd', most: 3 },
]

export function readDisks(reading: Reading): void {
  const taken = new Set<string>()
  const scsi: ScsiDisk[] = []
  let threads = 0
  for (const family of diskFamilies)
    for (const numbered of reading.takeNumbered(family.name, family.most)) {
      const list = readPropertyList(numbered.value, 'file', diskAliases)
      const disk = diskOf(reading, family, numbered, list, taken)
      if (disk === undefined) continue
      const hasThread = list.takeAs('iothread', (text) => (text === '1' ? true : undefined)) === true
      if (hasThread && (family.name === 'virtio' || family.name === 'scsi')) threads += 1
      const own =
        hasThread && family.name === 'virtio' ? merged(disk, { driver: { iothread: threads } }) : disk
      if (family.name === 'scsi')
        scsi.push({
          index: numbered.index,
          iothread: hasThread ? threads : undefined,
          list,
          disk: reading.listOf('disks').length,
        })
      reading.add('disks', own, numbered.key)
      reading.keepLeft(numbered.key, list)
    }
  readScsiControllers(reading, scsi)
  if (threads > 0) reading.domain['iothreads'] = threads
}

function diskOf(
  reading: Reading,
  family: DiskFamily,
  { index, key }: Numbered,
  list: PropertyList,
  taken: Set<string>,
): UnknownRecord | undefined {
  const volume = list.take('file') ?? 'none'
  const importFrom = list.take('import-from')
  const isCd =
    list.takeAs('media', (text) => (text === 'cdrom' ? true : text === 'disk' ? false : undefined)) === true
  const known = reading.volumes.get(key)
  if (known === undefined && isCloudInitDrive(volume)) {
    reading.cloudInitDrive = key
    return undefined
  }
  const said = readWords(ownValue(diskWords, family.name) ?? {}, list)
  const format = list.takeAs('format', (text) =>
    /^(?:raw|qcow2|qcow|vmdk|qed|cloop)$/.test(text) ? text : undefined,
  )
  // The disks of ide hang on SATA where the board is a q35.
  const bus = family.name === 'ide' && hasNoIde(reading) ? 'sata' : family.name
  const isBlock =
    family.name === 'scsi' && list.takeAs('scsiblock', (text) => (text === '1' ? true : undefined)) === true
  const base: UnknownRecord = {
    device: isBlock ? 'lun' : isCd ? 'cdrom' : 'disk',
    driver: { name: 'qemu', type: format ?? (isCd ? 'raw' : formatOfVolume(importFrom ?? volume)) },
    target: { dev: freeName(bus === 'ide' ? 'hd' : bus === 'virtio' ? 'vd' : 'sd', index, taken), bus },
    ...(isCd ? { readonly: true } : {}),
  }
  const where = known ?? readVolume(volume, importFrom)
  if (known === undefined && where['type'] === 'volume')
    reading.advise(
      'proxmox.volume',
      key,
      `${volume} is kept as a volume of a storage pool of libvirt’s. \`pvesm path ${volume}\` prints its file on the node: put that in its place (type file or block).`,
    )
  // Theirs goes past the host's cache when nobody says otherwise; a CD does not.
  const cache = isCd || known !== undefined ? {} : { driver: { cache: 'none' } }
  return merged(merged(merged(base, cache), where), said)
}

/** True where the chipset has no IDE: q35, and the boards of ARM. */
function hasNoIde(reading: Reading): boolean {
  const machine = heldAt(reading.domain, ['os', 'machine'])
  return typeof machine === 'string' && /q35|^virt/.test(machine)
}

/** The name by the number, or the next one that no other disk has. */
function freeName(prefix: string, index: number, taken: Set<string>): string {
  let number = index
  while (taken.has(diskName(prefix, number))) number += 1
  const name = diskName(prefix, number)
  taken.add(name)
  return name
}

/** Says each disk that has a bus of theirs; what is left is told by whoever compares. */
export function sayDisks(writing: Writing): void {
  const disks = writing.domain.devices?.disks ?? []
  const places = placesOf(disks)
  for (const [index, disk] of disks.entries()) {
    const key = places.get(index)
    const volume = volumeOf(writing, disk)
    if (key === undefined || volume === undefined) continue
    const family = key.replace(/\d{1,9}$/, '')
    const pairs: Pair[] = [...volume]
    if (disk.device === 'cdrom') pairs.push(['media', 'cdrom'])
    const words = sayWords(ownValue(diskWords, family) ?? {}, disk)
    // A CD is read-only by itself.
    pairs.push(...words.filter(([name]) => name !== 'ro' || disk.device !== 'cdrom'))
    if (disk.device === 'lun' && family === 'scsi') pairs.push(['scsiblock', '1'])
    if (hasThread(writing, disk, family)) pairs.push(['iothread', '1'])
    const format = disk.driver?.type
    const stated = volume.find(([name]) => name === 'import-from')?.[1] ?? volume[0]?.[1] ?? ''
    if (
      format !== undefined &&
      disk.device !== 'cdrom' &&
      (disk.type ?? 'file') === 'file' &&
      formatOfVolume(stated) !== format &&
      /^(?:raw|qcow2|vmdk)$/.test(format) &&
      isNew(volume)
    )
      pairs.push(['format', format])
    writing.sayList(key, pairs, 'file')
    writing.remember('disks', index, key)
    writing.volumes.set(key, dataOf(disk))
  }
  sayScsiHardware(writing)
}

/** A new disk is made in the format that is asked for; one that is copied in tells its own. */
function isNew(volume: readonly Pair[]): boolean {
  return !volume.some(([name]) => name === 'import-from')
}

/** Where the data was, whatever the volume is called: all else that is said of it does not go over. */
function dataOf({ type = 'file', source = {} }: Disk): UnknownRecord {
  const { file, dev, pool, volume } = source
  const words = type === 'file' ? { file } : type === 'block' ? { dev } : { pool, volume }
  const said = Object.entries(words).filter(([, held]) => held !== undefined)
  return { type, ...(said.length === 0 ? {} : { source: Object.fromEntries(said) }) }
}

function hasThread({ domain }: Writing, { driver, target, address }: Disk, family: string): boolean {
  if (family === 'virtio') return driver?.iothread !== undefined
  if (family !== 'scsi') return false
  const number = address?.controller ?? String(Math.floor((diskNumber(target?.dev) ?? 0) / 7))
  const controller = domain.devices?.controllers?.find(
    (one) => one.type === 'scsi' && String(one.index ?? 0) === String(Number(number)),
  )
  return controller?.driver?.iothread !== undefined
}

/** A key for each disk: the number that its name says, as long as it is free and there is such a place. */
function placesOf(disks: readonly Disk[]): ReadonlyMap<number, string> {
  const places = new Map<number, string>()
  const taken = new Set<string>()
  const open: { readonly index: number; readonly family: DiskFamily }[] = []
  for (const [index, disk] of disks.entries()) {
    const family = diskFamilies.find(({ name }) => name === busOfDisk(disk))
    if (family === undefined || disk.device === 'floppy') continue
    const number = diskNumber(disk.target?.dev)
    const key = `${family.name}${number ?? 0}`
    if (number === undefined || number > family.most || taken.has(key)) open.push({ index, family })
    else {
      taken.add(key)
      places.set(index, key)
    }
  }
  for (const { index, family } of open)
    for (let number = 0; number <= family.most; number += 1) {
      const key = `${family.name}${number}`
      if (taken.has(key)) continue
      taken.add(key)
      places.set(index, key)
      break
    }
  return places
}

/** The names of all keys that a disk can have. */
export function isDiskKey(key: string): boolean {
  return /^(?:virtio|scsi|sata|ide)\d+$/.test(key)
}

export function isCdrom(item: unknown): boolean {
  return isRecord(item) && item['device'] === 'cdrom'
}
