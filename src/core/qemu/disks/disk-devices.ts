/** The devices that disks are seen as, one for each bus. QEMU manual, -device; libvirt manual, Hard drives (target). */
import {
  type Build,
  bootIndexOf,
  device,
  emit,
  find,
  hasQemu,
  virtioDevice,
  virtioOptions,
} from '../build.ts'
import { controllerId } from '../bus-id.ts'
import { type OptionValue, options } from '../options.ts'
import { json } from './blockdev.ts'
import { controllerModel, diskNumber, diskPlace, type Place } from './disk-place.ts'
import type { Disk } from './disk-said.ts'
import { caches, deviceKeys, isCacheMode } from './disk-words.ts'

type Pairs = Record<string, OptionValue>

/** What every disk device understands. */
function deviceOptions(place: Place, common: Pairs): Pairs {
  const { disk } = place
  const { driver } = disk
  const onWrite = driver?.error_policy === 'enospace' ? 'enospc' : driver?.error_policy
  const onRead = driver?.rerror_policy ?? (onWrite === 'enospc' ? undefined : onWrite)
  const said: Pairs = {}
  for (const [key, at] of Object.entries(deviceKeys)) said[key] = valueAt(disk, at)
  return {
    'share-rw': disk.shareable === true ? true : undefined,
    ...common,
    wwn: disk.wwn === undefined ? undefined : hexadecimal(disk.wwn),
    rotation_rate: disk.target?.rotation_rate,
    'write-cache': isCacheMode(driver?.cache) ? onOff(caches[driver.cache].writeCache) : undefined,
    dpofua: disk.target?.dpofua,
    ...said,
    // libvirt puts a backslash before each blank, and so the guest sees it.
    serial: disk.serial?.replaceAll(' ', '\\ '),
    werror: onWrite,
    rerror: onRead,
  }
}

function valueAt(held: unknown, at: readonly string[]): OptionValue {
  let value = held
  for (const key of at) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.entries(value).find(([name]) => name === key)?.[1]
  }
  return typeof value === 'string' || typeof value === 'number' ? value : undefined
}

/** In JSON it is one of three words. */
function onOff(value: boolean): string {
  return value ? 'on' : 'off'
}

function hexadecimal(digits: string): string {
  return digits.startsWith('0x') ? digits : `0x${digits}`
}

export function renderVirtio(build: Build, place: Place, common: Pairs): void {
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
  unsaidKeys(build, place, 'virtio')
  const pairs = {
    ...virtioOptions(driver),
    iothread: driver?.iothread === undefined ? undefined : `iothread${driver.iothread}`,
    ioeventfd: driver?.ioeventfd,
    event_idx: driver?.event_idx,
    'num-queues': driver?.queues,
    'queue-size': driver?.queue_size,
    ...deviceOptions(place, common),
    wwn: undefined,
    rotation_rate: undefined,
    dpofua: undefined,
    ...diskPlace(build, place),
  }
  const name = virtioDevice('blk', disk.model, disk.address)
  const mapping = queueMapping(build, place)
  if (mapping === undefined) device(build, name, path, pairs)
  else {
    // A list of objects is for JSON alone.
    const own = build.own.get(place.id)
    build.own.delete(place.id)
    emit(build, '-device', path, json({ driver: name, ...pairs, ...mapping, ...own?.pairs }))
  }
}

/** The I/O threads that share the queues. */
function queueMapping(build: Build, { disk, path }: Place): Pairs | undefined {
  const threads = disk.driver?.iothreads ?? []
  if (threads.length === 0) return undefined
  if (!hasQemu(build, '9.0')) {
    find(
      build,
      'qemu.unsupported',
      [...path, 'driver', 'iothreads'],
      `Several I/O threads for one disk came with QEMU 9.0: QEMU ${build.version} serves it in its main thread. Name one with iothread.`,
    )
    return undefined
  }
  const pairs: Pairs = {}
  for (const [index, { id, queues = [] }] of threads.entries()) {
    const start = `iothread-vq-mapping.${index}`
    pairs[`${start}.iothread`] = `iothread${id}`
    for (const [at, queue] of queues.entries()) pairs[`${start}.vqs.${at}`] = queue.id
  }
  return pairs
}

const virtioKeys = [
  'iothread',
  'iothreads',
  'queues',
  'queue_size',
  'ioeventfd',
  'event_idx',
  'iommu',
  'ats',
  'packed',
  'page_per_vq',
] as const

/** Leaves a finding for each thing that the bus has not. */
function unsaidKeys(build: Build, { disk, path }: Place, bus: string): void {
  const leftOut = (at: readonly string[], text: string) =>
    find(build, 'qemu.unsupported', [...path, ...at], `${at.at(-1)} is left out: ${text}`)
  if (bus !== 'virtio') {
    for (const key of virtioKeys)
      if (disk.driver?.[key] !== undefined) leftOut(['driver', key], 'it is for the bus virtio.')
    if (disk.model?.startsWith('virtio')) leftOut(['model'], 'it is for the bus virtio.')
  }
  if (disk.model?.startsWith('usb') && bus !== 'usb') leftOut(['model'], 'it is for the bus usb.')
  const scsi = bus === 'scsi'
  const ata = bus === 'sata' || bus === 'ide'
  if (disk.wwn !== undefined && !scsi && !ata) leftOut(['wwn'], `the bus ${bus} has no such thing.`)
  if (disk.vendor !== undefined && !scsi) leftOut(['vendor'], `the bus ${bus} has no such thing.`)
  if (disk.product !== undefined && !scsi && !ata) leftOut(['product'], `the bus ${bus} has no such thing.`)
  if (disk.target?.removable !== undefined && bus !== 'usb' && !(scsi && disk.device !== 'cdrom'))
    leftOut(['target', 'removable'], `it is for disks on usb and scsi, not ${bus}.`)
  if (disk.target?.rotation_rate !== undefined && ((!scsi && !ata) || disk.device === 'cdrom'))
    leftOut(['target', 'rotation_rate'], `it is for disks on sata and scsi, not ${bus}.`)
  if (disk.target?.dpofua !== undefined && !scsi) leftOut(['target', 'dpofua'], 'it is for the bus scsi.')
  if (disk.geometry?.trans !== undefined && bus !== 'ide' && bus !== 'sata')
    leftOut(['geometry', 'trans'], 'only disks on ide and sata say it to the BIOS.')
}

/** IDE disks, on AHCI as well. */
export function renderIde(build: Build, place: Place, common: Pairs): void {
  const { disk, path, bus } = place
  unsaidKeys(build, place, bus)
  const isDisk = disk.device !== 'cdrom'
  if (isLun(build, place)) return
  device(build, isDisk ? 'ide-hd' : 'ide-cd', path, {
    ...deviceOptions(place, common),
    rotation_rate: isDisk ? disk.target?.rotation_rate : undefined,
    dpofua: undefined,
    model: disk.product,
    ...diskPlace(build, place),
  })
}

function isLun(build: Build, { disk, path, bus }: Place): boolean {
  if (disk.device !== 'lun') return false
  find(
    build,
    'qemu.unsupported',
    [...path, 'device'],
    `A LUN is left out: it is for the bus scsi, not ${bus}.`,
  )
  return true
}

export function renderScsiDisk(build: Build, place: Place, common: Pairs): void {
  const { disk, path } = place
  unsaidKeys(build, place, 'scsi')
  const at = diskPlace(build, place)
  if (disk.device === 'lun') {
    const { 'share-rw': shared, werror, rerror, rotation_rate: rate } = deviceOptions(place, common)
    device(build, 'scsi-block', path, {
      'share-rw': shared,
      ...common,
      rotation_rate: rate,
      werror,
      rerror,
      ...at,
    })
    return
  }
  device(build, disk.device === 'cdrom' ? 'scsi-cd' : 'scsi-hd', path, {
    // QEMU made it of the name of the -drive once; guests have written down what it says.
    device_id: disk.serial ?? `drive-${place.alias}`,
    ...deviceOptions(place, common),
    rotation_rate: disk.device === 'cdrom' ? undefined : disk.target?.rotation_rate,
    vendor: disk.vendor,
    product: disk.product,
    removable: disk.device === 'cdrom' ? undefined : disk.target?.removable,
    ...at,
  })
}

export function renderUsbDisk(build: Build, place: Place, common: Pairs): void {
  const { disk, path, id } = place
  unsaidKeys(build, place, 'usb')
  if (isLun(build, place)) return
  const common2 = {
    ...deviceOptions(place, common),
    wwn: undefined,
    rotation_rate: undefined,
    dpofua: undefined,
  }
  const at = diskPlace(build, place)
  // usb-storage shows a disk, whatever is in it.
  const bot = disk.model === 'usb-bot' || (disk.model === undefined && disk.device === 'cdrom')
  if (!bot) {
    device(build, 'usb-storage', path, { ...common2, removable: disk.target?.removable ?? false, ...at })
    return
  }
  device(build, 'usb-bot', path, { id: `${id}-usb`, ...at })
  device(build, disk.device === 'cdrom' ? 'scsi-cd' : 'scsi-hd', path, {
    ...common2,
    removable: disk.device === 'cdrom' ? undefined : disk.target?.removable,
    bus: `${id}-usb.0`,
    'scsi-id': 0,
    lun: 0,
  })
}

/** A namespace of a controller of the guest's, or a controller with one namespace. */
export function renderNvme(build: Build, place: Place, common: Pairs): void {
  const { disk, path } = place
  unsaidKeys(build, place, 'nvme')
  const options = {
    ...deviceOptions(place, common),
    wwn: undefined,
    rotation_rate: undefined,
    dpofua: undefined,
  }
  const index = Number(disk.address?.controller ?? 0)
  if (disk.address?.type === 'pci' || controllerModel(build, 'nvme', index) === undefined)
    device(build, 'nvme', path, {
      ...options,
      serial: disk.serial ?? place.alias,
      ...diskPlace(build, place),
    })
  else
    device(build, 'nvme-ns', path, {
      ...options,
      // The controller has the serial number.
      serial: undefined,
      bus: controllerId(build, 'nvme', index),
      nsid: disk.address?.unit === undefined ? undefined : Number(disk.address.unit) + 1,
    })
}

/** i440FX has a floppy controller, newer mainboards get one when a floppy is there. */
export function renderFloppy(build: Build, place: Place, common: Pairs): void {
  const { disk, path } = place
  unsaidKeys(build, place, 'fdc')
  const first = bootIndexOf(build, 'floppy', disk.boot)
  const at =
    disk.address?.type === 'drive' ? diskPlace(build, place) : { unit: (diskNumber(place.dev) ?? 0) % 2 }
  const boot = at['unit'] === 0 ? 'bootindexA' : 'bootindexB'
  if (build.board !== 'pc' && !build.present.has('fdc')) {
    build.present.add('fdc')
    const disks = build.devices.disks ?? []
    const isFloppy = ({ device: seen, target }: Disk) => seen === 'floppy' || target?.bus === 'fdc'
    const second = disks.find((one, index) => isFloppy(one) && index !== place.index)?.boot?.order
    device(build, 'isa-fdc', path, {
      [boot]: first,
      [boot === 'bootindexA' ? 'bootindexB' : 'bootindexA']: second,
    })
  } else if (first !== undefined && build.board === 'pc')
    emit(build, '-global', path, `isa-fdc.${boot}=${first}`)
  device(build, 'floppy', path, {
    ...deviceOptions(place, { ...common, bootindex: undefined }),
    wwn: undefined,
    rotation_rate: undefined,
    dpofua: undefined,
    serial: undefined,
    ...at,
  })
}

/** A process of its own serves the disk. */
export function renderVhostUser(build: Build, place: Place): void {
  const { disk, path, alias } = place
  const { source, driver } = disk
  const socket = source?.path
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
  unsaidKeys(build, place, 'virtio')
  const chardev = `chr-vu-${alias}`
  const seconds = source?.reconnect?.enabled === true ? source.reconnect.timeout : undefined
  emit(
    build,
    '-chardev',
    path,
    options('socket', {
      id: chardev,
      path: socket,
      ...(hasQemu(build, '9.2')
        ? { 'reconnect-ms': seconds === undefined ? undefined : seconds * 1000 }
        : { reconnect: seconds }),
    }),
  )
  device(build, virtioDevice('blk', disk.model, disk.address).replace('virtio', 'vhost-user'), path, {
    ...virtioOptions(driver),
    chardev,
    id: place.id,
    bootindex: bootIndexOf(build, 'disk', disk.boot),
    'num-queues': driver?.queues,
    'queue-size': driver?.queue_size,
    ...diskPlace(build, place),
  })
}
