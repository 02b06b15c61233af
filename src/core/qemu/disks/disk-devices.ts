/** The devices that disks are seen as, one for each bus. QEMU manual, -device; libvirt manual, Hard drives (target). */
import { type Disk, diskNumber } from '../../domain/index.ts'
import {
  type Build,
  bootIndexOf,
  device,
  deviceWithLists,
  emit,
  find,
  hasQemu,
  virtioDevice,
  virtioOptions,
} from '../build.ts'
import { controllerId } from '../bus-id.ts'
import { reconnectKey } from '../chardevs/chardev.ts'
import { counted, type OptionValue, options, type Pairs } from '../options.ts'
import { controllerModel, diskPlace, type Place } from './disk-place.ts'
import { caches, isCacheMode } from './disk-words.ts'

/** What stands behind the disk, its name and its turn to boot. */
export interface Common {
  readonly drive: string | undefined
  readonly id: string
  readonly bootindex: number | undefined
}

/** What some disk devices understand and others don't. */
interface Further {
  readonly wwn?: string | undefined
  readonly rotation_rate?: number | undefined
  readonly dpofua?: boolean | undefined
  readonly serial?: string | undefined
}

/** What every disk device understands. */
function deviceOptions(
  { disk }: Place,
  { drive, id, bootindex }: Common,
  { wwn, rotation_rate, dpofua, serial }: Further,
): Pairs {
  const { driver, blockio, geometry } = disk
  return {
    'share-rw': isShared(disk),
    drive,
    id,
    bootindex,
    wwn,
    rotation_rate,
    'write-cache': isCacheMode(driver?.cache) ? onOff(caches[driver.cache].writeCache) : undefined,
    dpofua,
    serial,
    logical_block_size: blockio?.logical_block_size,
    physical_block_size: blockio?.physical_block_size,
    discard_granularity: blockio?.discard_granularity,
    cyls: geometry?.cyls,
    heads: geometry?.heads,
    secs: geometry?.secs,
    'bios-chs-trans': geometry?.trans,
    werror: onWriteError(disk),
    rerror: onReadError(disk),
  }
}

function isShared({ shareable }: Disk): true | undefined {
  return shareable === true ? true : undefined
}

function onWriteError({ driver }: Disk): string | undefined {
  return driver?.error_policy === 'enospace' ? 'enospc' : driver?.error_policy
}

function onReadError(disk: Disk): string | undefined {
  const onWrite = onWriteError(disk)
  return disk.driver?.rerror_policy ?? (onWrite === 'enospc' ? undefined : onWrite)
}

/** libvirt puts a backslash before each blank, and so the guest sees it. */
function serialOf({ serial }: Disk): string | undefined {
  return serial?.replaceAll(' ', '\\ ')
}

function wwnOf({ wwn }: Disk): string | undefined {
  return wwn === undefined ? undefined : hexadecimal(wwn)
}

/** In JSON it is one of three words. */
function onOff(value: boolean): string {
  return value ? 'on' : 'off'
}

function hexadecimal(digits: string): string {
  return digits.startsWith('0x') ? digits : `0x${digits}`
}

export function renderVirtio(build: Build, place: Place, common: Common): void {
  const { disk, path } = place
  const { driver } = disk
  if (disk.device === 'cdrom' || disk.device === 'lun')
    find(
      build,
      'qemu.differs',
      [...path, 'device'],
      `virtio has no ${disk.device}: the guest sees a disk. Use the bus ${disk.device === 'lun' ? 'scsi' : 'sata'}.`,
    )
  if (common.drive === undefined) return
  unsaidKeys(build, place, 'virtio')
  const mapping = queueMapping(build, place)
  const write = mapping === undefined ? device : deviceWithLists
  write(
    build,
    virtioDevice('blk', disk.model, disk.address),
    path,
    virtioOptions(driver),
    {
      iothread: driver?.iothread === undefined ? undefined : `iothread${driver.iothread}`,
      ioeventfd: driver?.ioeventfd,
      event_idx: driver?.event_idx,
      'num-queues': counted(driver?.queues),
      'queue-size': counted(driver?.queue_size),
    },
    deviceOptions(place, common, { serial: serialOf(disk) }),
    diskPlace(build, place),
    mapping,
  )
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
  const pairs: Record<string, OptionValue> = {}
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
export function renderIde(build: Build, place: Place, common: Common): void {
  const { disk, path, bus } = place
  unsaidKeys(build, place, bus)
  const isDisk = disk.device !== 'cdrom'
  if (isLun(build, place)) return
  device(
    build,
    isDisk ? 'ide-hd' : 'ide-cd',
    path,
    deviceOptions(place, common, {
      wwn: wwnOf(disk),
      rotation_rate: isDisk ? disk.target?.rotation_rate : undefined,
      serial: serialOf(disk),
    }),
    { model: disk.product },
    diskPlace(build, place),
  )
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

export function renderScsiDisk(build: Build, place: Place, common: Common): void {
  const { disk, path } = place
  unsaidKeys(build, place, 'scsi')
  const at = diskPlace(build, place)
  if (disk.device === 'lun') {
    const { drive, id, bootindex } = common
    device(
      build,
      'scsi-block',
      path,
      {
        'share-rw': isShared(disk),
        drive,
        id,
        bootindex,
        rotation_rate: disk.target?.rotation_rate,
        werror: onWriteError(disk),
        rerror: onReadError(disk),
      },
      at,
    )
    return
  }
  const isDisk = disk.device !== 'cdrom'
  device(
    build,
    isDisk ? 'scsi-hd' : 'scsi-cd',
    path,
    // QEMU made it of the name of the -drive once; guests have written down what it says.
    { device_id: disk.serial ?? `drive-${place.alias}` },
    deviceOptions(place, common, {
      wwn: wwnOf(disk),
      rotation_rate: isDisk ? disk.target?.rotation_rate : undefined,
      dpofua: disk.target?.dpofua,
      serial: serialOf(disk),
    }),
    {
      vendor: disk.vendor,
      product: disk.product,
      removable: isDisk ? disk.target?.removable : undefined,
    },
    at,
  )
}

export function renderUsbDisk(build: Build, place: Place, common: Common): void {
  const { disk, path, id } = place
  unsaidKeys(build, place, 'usb')
  if (isLun(build, place)) return
  const seen = deviceOptions(place, common, { serial: serialOf(disk) })
  const at = diskPlace(build, place)
  // usb-storage shows a disk, whatever is in it.
  const bot = disk.model === 'usb-bot' || (disk.model === undefined && disk.device === 'cdrom')
  if (!bot) {
    device(build, 'usb-storage', path, seen, { removable: disk.target?.removable ?? false }, at)
    return
  }
  device(build, 'usb-bot', path, { id: `${id}-usb` }, at)
  device(build, disk.device === 'cdrom' ? 'scsi-cd' : 'scsi-hd', path, seen, {
    removable: disk.device === 'cdrom' ? undefined : disk.target?.removable,
    bus: `${id}-usb.0`,
    'scsi-id': 0,
    lun: 0,
  })
}

/** A namespace of a controller of the guest's, or a controller with one namespace. */
export function renderNvme(build: Build, place: Place, common: Common): void {
  const { disk, path } = place
  unsaidKeys(build, place, 'nvme')
  const index = Number(disk.address?.controller ?? 0)
  if (disk.address?.type === 'pci' || controllerModel(build, 'nvme', index) === undefined)
    device(
      build,
      'nvme',
      path,
      deviceOptions(place, common, { serial: disk.serial ?? place.alias }),
      diskPlace(build, place),
    )
  // The controller has the serial number.
  else
    device(build, 'nvme-ns', path, deviceOptions(place, common, {}), {
      bus: controllerId(build, 'nvme', index),
      nsid: disk.address?.unit === undefined ? undefined : Number(disk.address.unit) + 1,
    })
}

/** i440FX has a floppy controller, newer mainboards get one when a floppy is there. */
export function renderFloppy(build: Build, place: Place, common: Common): void {
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
  device(build, 'floppy', path, deviceOptions(place, common, {}), at)
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
    options('socket', { id: chardev, path: socket }, reconnectKey(build, seconds)),
  )
  device(
    build,
    virtioDevice('blk', disk.model, disk.address).replace('virtio', 'vhost-user'),
    path,
    virtioOptions(driver),
    {
      chardev,
      id: place.id,
      bootindex: bootIndexOf(build, 'disk', disk.boot),
      'num-queues': counted(driver?.queues),
      'queue-size': counted(driver?.queue_size),
    },
    diskPlace(build, place),
  )
}
