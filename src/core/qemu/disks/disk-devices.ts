/** The devices that disks are seen as, one for each bus. QEMU manual, -device; libvirt manual, Hard drives (target). */
import { type Disk, diskNumber } from '../../domain/index.ts'
import { type Build, bootIndexOf, controllerId, leftOut, report } from '../build/index.ts'
import { reconnectKey } from '../chardevs/chardev.ts'
import { fieldsBeyond } from '../decisions/index.ts'
import { queueThreadPairs } from '../machine/queue-threads.ts'
import type { Pairs } from '../words/options.ts'
import { device, deviceWithLists, emit, emitPairs, propertyPairs, virtioDevice } from '../writing/index.ts'
import { controllerModel, diskPlace, type Place } from './disk-place.ts'
import { allDiskProperties, busesWith, type DiskKind, diskProperties } from './disk-properties.ts'
import { caches, isCacheMode } from './disk-words.ts'

/** What stands behind the disk, its name and its turn to boot. */
export type Common = Pairs & {
  readonly drive: string | undefined
  readonly id: string
  readonly bootindex: number | undefined
}

/** What a kind of device is told, and a finding for each thing that it has not. */
function deviceKeys(build: Build, kind: DiskKind, { disk, path, bus }: Place, given: Pairs): Pairs {
  const table = diskProperties[kind]
  reportBeyond(build, { disk, path, bus }, kind)
  const { cache } = disk.driver ?? {}
  return propertyPairs(build, table, disk, path, {
    // In JSON it is one of three words.
    'write-cache': isCacheMode(cache) ? (caches[cache].writeCache ? 'on' : 'off') : undefined,
    werror: onWriteError(disk),
    rerror: onReadError(disk),
    ...given,
  })
}

function onWriteError({ driver }: Disk): string | undefined {
  return driver?.error_policy === 'enospace' ? 'enospc' : driver?.error_policy
}

function onReadError(disk: Disk): string | undefined {
  const onWrite = onWriteError(disk)
  return disk.driver?.rerror_policy ?? (onWrite === 'enospc' ? undefined : onWrite)
}

function reportBeyond(
  build: Build,
  { disk, path, bus }: Pick<Place, 'disk' | 'path' | 'bus'>,
  kind: DiskKind,
): void {
  const without = (at: readonly string[], text: string) =>
    leftOut(build, [...path, ...at], `${at.at(-1)} is left out: ${text}`)
  const isVirtio = kind === 'virtio' || kind === 'vhost-user'
  for (const field of fieldsBeyond(disk, diskProperties[kind], allDiskProperties)) {
    const buses = busesWith(field)
    without(
      field,
      buses.length === 1 && buses[0] !== bus
        ? `it is for the bus ${buses[0]}.`
        : `${buses.includes(bus) ? `a ${disk.device}` : `the bus ${bus}`} has no such thing.`,
    )
  }
  if (!isVirtio && disk.driver?.iothreads !== undefined)
    without(['driver', 'iothreads'], 'it is for the bus virtio.')
  for (const own of ['virtio', 'usb'])
    if (disk.model?.startsWith(own) === true && bus !== own) without(['model'], `it is for the bus ${own}.`)
}

export function renderVirtio(build: Build, place: Place, common: Common): void {
  const { disk, path } = place
  if (disk.device === 'cdrom' || disk.device === 'lun')
    report(
      build,
      'qemu.differs',
      [...path, 'device'],
      `virtio has no ${disk.device}: the guest sees a disk. Use the bus ${disk.device === 'lun' ? 'scsi' : 'sata'}.`,
    )
  if (common.drive === undefined) return
  const mapping = queueThreadPairs(build, disk.driver?.iothreads, path, { since: '9.0', what: 'disk' })
  const write = mapping === undefined ? device : deviceWithLists
  write(
    build,
    virtioDevice('blk', disk.model, disk.address),
    path,
    deviceKeys(build, 'virtio', place, common),
    diskPlace(build, place),
    mapping,
  )
}

/** IDE disks, on AHCI as well. */
export function renderIde(build: Build, place: Place, common: Common): void {
  const kind = place.disk.device === 'cdrom' ? 'ide-cd' : 'ide-hd'
  if (isLun(build, place)) return
  device(build, kind, place.path, deviceKeys(build, kind, place, common), diskPlace(build, place))
}

function isLun(build: Build, { disk, path, bus }: Place): boolean {
  if (disk.device !== 'lun') return false
  leftOut(build, [...path, 'device'], `A LUN is left out: it is for the bus scsi, not ${bus}.`)
  return true
}

export function renderScsiDisk(build: Build, place: Place, common: Common): void {
  const { disk, path } = place
  const kind = disk.device === 'lun' ? 'scsi-block' : disk.device === 'cdrom' ? 'scsi-cd' : 'scsi-hd'
  // QEMU made it of the name of the -drive once; guests have written down what it says.
  const given = { ...common, device_id: disk.serial ?? `drive-${place.alias}` }
  device(build, kind, path, deviceKeys(build, kind, place, given), diskPlace(build, place))
}

export function renderUsbDisk(build: Build, place: Place, common: Common): void {
  const { disk, path, id } = place
  if (isLun(build, place)) return
  const at = diskPlace(build, place)
  // usb-storage shows a disk, whatever is in it.
  const bot = disk.model === 'usb-bot' || (disk.model === undefined && disk.device === 'cdrom')
  if (!bot) {
    device(build, 'usb-storage', path, deviceKeys(build, 'usb-storage', place, common), at)
    return
  }
  const isCdrom = disk.device === 'cdrom'
  const keys = deviceKeys(build, isCdrom ? 'usb-cd' : 'usb-hd', place, common)
  device(build, 'usb-bot', path, { id: `${id}-usb` }, at)
  device(build, isCdrom ? 'scsi-cd' : 'scsi-hd', path, keys, {
    bus: `${id}-usb.0`,
    'scsi-id': 0,
    lun: 0,
  })
}

/** A namespace of a controller of the guest's, or a controller with one namespace. */
export function renderNvme(build: Build, place: Place, common: Common): void {
  const { disk, path } = place
  const index = Number(disk.address?.controller ?? 0)
  if (disk.address?.type === 'pci' || controllerModel(build, 'nvme', index) === undefined)
    device(
      build,
      'nvme',
      path,
      deviceKeys(build, 'nvme', place, { ...common, serial: disk.serial ?? place.alias }),
      diskPlace(build, place),
    )
  // The controller has the serial number.
  else
    device(build, 'nvme-ns', path, deviceKeys(build, 'nvme-ns', place, common), {
      bus: controllerId(build, 'nvme', index),
      nsid: disk.address?.unit === undefined ? undefined : Number(disk.address.unit) + 1,
    })
}

/** i440FX has a floppy controller, newer mainboards get one when a floppy is there. */
export function renderFloppy(build: Build, place: Place, common: Common): void {
  const { disk, path } = place
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
  device(build, 'floppy', path, deviceKeys(build, 'floppy', place, common), at)
}

/** A process of its own serves the disk. */
export function renderVhostUser(build: Build, place: Place): void {
  const { disk, path, alias } = place
  const { source } = disk
  const socket = source?.path
  if (socket === undefined) {
    report(
      build,
      'qemu.text',
      [...path, 'source', 'path'],
      'A vhost-user disk needs the socket of its process.',
      'warning',
    )
    return
  }
  const chardev = `chr-vu-${alias}`
  const seconds = source?.reconnect?.enabled === true ? source.reconnect.timeout : undefined
  emitPairs(build, '-chardev', path, 'socket', { id: chardev, path: socket }, reconnectKey(build, seconds))
  device(
    build,
    virtioDevice('blk', disk.model, disk.address).replace('virtio', 'vhost-user'),
    path,
    deviceKeys(build, 'vhost-user', place, {
      chardev,
      id: place.id,
      bootindex: bootIndexOf(build, 'disk', disk.boot),
    }),
    diskPlace(build, place),
  )
}
