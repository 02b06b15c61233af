/** The devices that disks are seen as, one for each bus. QEMU manual, -device; libvirt manual, Hard drives (target). */
import type { Path } from '../../finding.ts'
import {
  type Build,
  bootIndexOf,
  device,
  emit,
  find,
  idNamed,
  virtioDevice,
  virtioOptions,
} from '../build.ts'
import { ensureScsi, ensureUsb, sataBus } from '../devices/controllers.ts'
import { type OptionValue, options } from '../options.ts'
import type { Disk } from './disk-said.ts'

/** One disk and where it stands. */
export interface Place {
  readonly disk: Disk
  readonly index: number
  readonly path: Path
  readonly id: string
}

/** Sets what every disk device understands. */
function deviceOptions({ disk }: Place): Record<string, OptionValue> {
  const { driver } = disk
  const onWrite = driver?.error_policy === 'enospace' ? 'enospc' : driver?.error_policy
  const onRead = driver?.rerror_policy ?? (onWrite === 'enospc' ? undefined : onWrite)
  return {
    serial: disk.serial,
    'write-cache': writeCache(driver?.cache),
    werror: onWrite,
    rerror: onRead,
    'share-rw': disk.shareable === true ? true : undefined,
  }
}

/** The guest sees a volatile cache unless every write goes through. QEMU manual, cache= of -drive. */
function writeCache(cache: string | undefined): boolean | undefined {
  if (cache === undefined || cache === 'default') return undefined
  return cache !== 'writethrough' && cache !== 'directsync'
}

export function renderVirtio(build: Build, place: Place, common: Record<string, OptionValue>): void {
  const { disk, path } = place
  const { driver } = disk
  if (disk.device === 'cdrom' || disk.device === 'lun')
    find(
      build,
      'qemu.differs',
      [...path, 'device'],
      `virtio has no ${disk.device}: the guest sees a disk. Use the bus ${disk.device === 'lun' ? 'scsi' : 'sata'}.`,
    )
  if (common['drive'] === undefined) return
  device(build, virtioDevice('blk', disk.model), path, {
    ...common,
    ...deviceOptions(place),
    iothread: driver?.iothread === undefined ? undefined : `iothread${driver.iothread}`,
    'num-queues': driver?.queues,
    'queue-size': driver?.queue_size,
    ioeventfd: driver?.ioeventfd,
    event_idx: driver?.event_idx,
    ...virtioOptions(driver),
  })
  unsaidScsiKeys(build, place, 'virtio')
}

function virtioOnly(build: Build, { disk, path }: Place): void {
  const { driver } = disk
  for (const key of [
    'iothread',
    'queues',
    'queue_size',
    'ioeventfd',
    'event_idx',
    'iommu',
    'ats',
    'packed',
    'page_per_vq',
  ] as const)
    if (driver?.[key] !== undefined)
      find(
        build,
        'qemu.unsupported',
        [...path, 'driver', key],
        `${key} is for the bus virtio: it is left out here.`,
      )
  if (disk.model !== undefined)
    find(build, 'qemu.unsupported', [...path, 'model'], 'model is for the bus virtio: it is left out here.')
}

function unsaidScsiKeys(build: Build, { disk, path }: Place, bus: string): void {
  for (const key of ['wwn', 'vendor', 'product'] as const)
    if (disk[key] !== undefined && (key !== 'wwn' || bus === 'virtio' || bus === 'usb'))
      find(build, 'qemu.unsupported', [...path, key], `${key} is left out: the bus ${bus} has no such thing.`)
  if (disk.target?.removable !== undefined && bus !== 'usb')
    find(
      build,
      'qemu.unsupported',
      [...path, 'target', 'removable'],
      `removable is left out: it is for usb and scsi, not ${bus}.`,
    )
  if (disk.target?.rotation_rate !== undefined && (bus === 'virtio' || bus === 'usb'))
    find(
      build,
      'qemu.unsupported',
      [...path, 'target', 'rotation_rate'],
      `rotation_rate is left out: it is for sata and scsi, not ${bus}.`,
    )
}

function ideOptions(place: Place): Record<string, OptionValue> {
  const { disk } = place
  return {
    ...deviceOptions(place),
    wwn: disk.wwn === undefined ? undefined : hexadecimal(disk.wwn),
    rotation_rate: disk.device === 'cdrom' ? undefined : disk.target?.rotation_rate,
  }
}

function hexadecimal(digits: string): string {
  return digits.startsWith('0x') ? digits : `0x${digits}`
}

const portsOfAhci = 6

/** The place that the name says (`sdb` is 1), unless the address says it. */
function portOf({ disk }: Place): number {
  if (disk.address?.type === 'drive' && disk.address.unit !== undefined) return Number(disk.address.unit)
  const letters = /^(?:sd|hd|vd|fd)([a-z]{1,2})$/.exec(disk.target?.dev ?? '')?.[1] ?? 'a'
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 96
  return number - 1
}

export function renderAhci(build: Build, place: Place, common: Record<string, OptionValue>): void {
  const { disk, path } = place
  const named = Number(disk.address?.controller ?? 0) * portsOfAhci + portOf(place)
  let free = named
  while (build.sataPorts.has(free)) free += 1
  build.sataPorts.add(free)
  device(build, disk.device === 'cdrom' ? 'ide-cd' : 'ide-hd', path, {
    ...common,
    bus: sataBus(build, Math.floor(free / portsOfAhci), free % portsOfAhci, path),
    ...ideOptions(place),
  })
  virtioOnly(build, place)
  unsaidScsiKeys(build, place, 'sata')
}

/** Two channels with two drives each, on i440FX alone. */
export function renderIde(build: Build, place: Place, common: Record<string, OptionValue>): void {
  if (build.board !== 'pc') {
    find(
      build,
      'qemu.differs',
      [...place.path, 'target', 'bus'],
      'This mainboard has no IDE: the disk is on SATA.',
    )
    renderAhci(build, place, common)
    return
  }
  const { address } = place.disk
  const number =
    address?.type === 'drive' ? Number(address.bus ?? 0) * 2 + Number(address.unit ?? 0) : portOf(place)
  device(build, place.disk.device === 'cdrom' ? 'ide-cd' : 'ide-hd', place.path, {
    ...common,
    bus: `ide.${Math.floor(number / 2) % 2}`,
    unit: number % 2,
    ...ideOptions(place),
  })
  virtioOnly(build, place)
  unsaidScsiKeys(build, place, 'ide')
}

export function renderScsiDisk(build: Build, place: Place, common: Record<string, OptionValue>): void {
  const { disk, path } = place
  const { address } = disk
  const number = Number(address?.controller ?? 0)
  ensureScsi(build, number, path)
  const at = address?.type === 'drive' ? scsiPlace(build, number, address) : {}
  const bus = `${idNamed(build, `scsi${number}`)}.0`
  if (disk.device === 'lun') {
    device(build, 'scsi-block', path, {
      ...common,
      bus,
      ...at,
      'share-rw': disk.shareable === true ? true : undefined,
    })
    return
  }
  device(build, disk.device === 'cdrom' ? 'scsi-cd' : 'scsi-hd', path, {
    ...common,
    bus,
    ...at,
    ...ideOptions(place),
    vendor: disk.vendor,
    product: disk.product,
    removable: disk.device === 'cdrom' ? undefined : disk.target?.removable,
  })
  virtioOnly(build, place)
}

/** Parallel SCSI knows targets, virtio-scsi logical units; libvirt counts either as units. */
function scsiPlace(build: Build, number: number, address: NonNullable<Disk['address']>) {
  const unit = Number(address.unit ?? 0)
  return build.present.has(`scsi${number}-parallel`)
    ? { 'scsi-id': unit, lun: 0 }
    : { 'scsi-id': Number(address.target ?? 0), lun: unit }
}

export function renderUsbDisk(build: Build, place: Place, common: Record<string, OptionValue>): void {
  const { disk, path, id } = place
  ensureUsb(build, path)
  if (disk.device === 'cdrom') {
    device(build, 'usb-bot', path, { id: `${id}-usb` })
    device(build, 'scsi-cd', path, { ...common, bus: `${id}-usb.0`, ...deviceOptions(place) })
  } else
    device(build, 'usb-storage', path, {
      ...common,
      ...deviceOptions(place),
      removable: disk.target?.removable,
    })
  virtioOnly(build, place)
  unsaidScsiKeys(build, place, 'usb')
}

export function renderNvme(build: Build, place: Place, common: Record<string, OptionValue>): void {
  const { disk, path } = place
  const controller = `nvme${Number(disk.address?.controller ?? 0)}`
  if (build.present.has(controller)) device(build, 'nvme-ns', path, { ...common, bus: controller })
  else device(build, 'nvme', path, { ...common, serial: disk.serial ?? place.id })
  virtioOnly(build, place)
}

/** i440FX has a floppy controller, newer mainboards get one when a floppy is there. */
export function renderFloppy(build: Build, place: Place, common: Record<string, OptionValue>): void {
  const { disk, path } = place
  const first = bootIndexOf(build, 'floppy', disk.boot)
  const unit = portOf(place) % 2
  const boot = first === undefined ? {} : { [unit === 0 ? 'bootindexA' : 'bootindexB']: first }
  if (build.board === 'q35' && !build.present.has('fdc')) {
    device(build, 'isa-fdc', path, { id: 'fdc0', ...boot })
    build.present.add('fdc')
  } else if (first !== undefined)
    emit(build, '-global', path, `isa-fdc.${unit === 0 ? 'bootindexA' : 'bootindexB'}=${first}`)
  device(build, 'floppy', path, {
    id: common['id'],
    drive: common['drive'],
    unit,
    bus: build.board === 'q35' ? 'fdc0.0' : undefined,
  })
  virtioOnly(build, place)
}

/** A process of its own serves the disk. */
export function renderVhostUser(build: Build, place: Place): void {
  const { disk, path, id, index } = place
  const socket = disk.source?.path
  if (socket === undefined) {
    find(
      build,
      'qemu.text',
      [...path, 'source', 'path'],
      'A vhost-user disk needs the socket of its process.',
      'warning',
    )
    return
  }
  emit(build, '-chardev', path, options('socket', { id: `vhost-user-disk${index}`, path: socket }))
  device(build, 'vhost-user-blk-pci', path, {
    id,
    chardev: `vhost-user-disk${index}`,
    bootindex: bootIndexOf(build, 'disk', disk.boot),
    'num-queues': disk.driver?.queues,
    'queue-size': disk.driver?.queue_size,
    ...virtioOptions(disk.driver),
  })
}
