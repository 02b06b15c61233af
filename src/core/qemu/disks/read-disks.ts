/** `-device` of disks, with the block nodes or drives that they name. The way back of disks.ts. */
import type { Disk, DiskBus } from '../../domain/index.ts'
import { readReconnect, takeSocket } from '../chardevs/read-chardev.ts'
import { busesOf, busOfDriver, type OptionInHand, type Reading, takeAddress } from '../reading/index.ts'
import { Backend } from './backend.ts'
import { BlockView } from './block-view.ts'
import type { DiskData } from './disk-data.ts'
import { DiskNames } from './disk-names.ts'
import type { DiskKind } from './disk-properties.ts'
import { cacheMode } from './disk-words.ts'
import { takeDeviceKeys } from './read-disk-keys.ts'
import { readDrive, readShortDrives } from './read-drives.ts'
import { backingStoreOf, type ReadLayer, readNode, throttlesOf } from './read-nodes.ts'

/** What a driver is in libvirt; the bus of IDE and SCSI drives is told by their address. */
const drivers: ReadonlyMap<
  string,
  { kind: DiskKind; bus: DiskBus; device?: Disk['device']; model?: Disk['model'] }
> = new Map([
  ['virtio-blk-pci', { kind: 'virtio', bus: 'virtio' }],
  ['virtio-blk', { kind: 'virtio', bus: 'virtio' }],
  ['virtio-blk-device', { kind: 'virtio', bus: 'virtio' }],
  ['virtio-blk-ccw', { kind: 'virtio', bus: 'virtio' }],
  ['virtio-blk-pci-transitional', { kind: 'virtio', bus: 'virtio', model: 'virtio-transitional' }],
  ['virtio-blk-pci-non-transitional', { kind: 'virtio', bus: 'virtio', model: 'virtio-non-transitional' }],
  ['vhost-user-blk-pci', { kind: 'vhost-user', bus: 'virtio' }],
  ['vhost-user-blk', { kind: 'vhost-user', bus: 'virtio' }],
  ['vhost-user-blk-pci-transitional', { kind: 'vhost-user', bus: 'virtio', model: 'virtio-transitional' }],
  [
    'vhost-user-blk-pci-non-transitional',
    { kind: 'vhost-user', bus: 'virtio', model: 'virtio-non-transitional' },
  ],
  ['ide-hd', { kind: 'ide-hd', bus: 'ide' }],
  ['ide-drive', { kind: 'ide-hd', bus: 'ide' }],
  ['ide-cd', { kind: 'ide-cd', bus: 'ide', device: 'cdrom' }],
  ['scsi-hd', { kind: 'scsi-hd', bus: 'scsi' }],
  ['scsi-disk', { kind: 'scsi-hd', bus: 'scsi' }],
  ['scsi-cd', { kind: 'scsi-cd', bus: 'scsi', device: 'cdrom' }],
  ['scsi-block', { kind: 'scsi-block', bus: 'scsi', device: 'lun' }],
  ['usb-storage', { kind: 'usb-storage', bus: 'usb' }],
  ['floppy', { kind: 'floppy', bus: 'fdc', device: 'floppy' }],
  ['nvme', { kind: 'nvme', bus: 'nvme' }],
  ['nvme-ns', { kind: 'nvme-ns', bus: 'nvme' }],
])

export function readDisks(reading: Reading): void {
  const names = new DiskNames()
  // Without data an NVMe device is a controller, which others read.
  for (const option of reading.devices((driver) => drivers.has(driver)))
    if (option.peek('driver') !== 'nvme' || option.peek('drive') !== undefined)
      readDisk(reading, names, option)
  readShortDrives(reading, names)
}

function readDisk(reading: Reading, names: DiskNames, option: OptionInHand): void {
  const driver = option.peek('driver') ?? ''
  const known = drivers.get(driver)
  if (known === undefined) return
  const backend = new Backend(reading)
  backend.options.add(option)
  const data = driver.startsWith('vhost-user') ? vhostUser(backend, option) : drive(backend, option)
  if (data === undefined || isBeyondTarget(reading, option)) {
    backend.keep()
    return
  }
  const id = option.take('id')
  option.take('driver')
  const { disk, driver: ownDriver, writeCache } = takeDeviceKeys(option, known.kind)
  const { bus, address, model, boot } = seat(backend, option, driver, known.bus)
  const device = known.device ?? data.device
  const cache = cacheOf(data, writeCache, disk.shareable === true && data.readonly !== true)
  reading.add(
    'disks',
    {
      ...disk,
      ...data.disk,
      device: device ?? 'disk',
      model: model ?? known.model,
      driver: {
        name: 'qemu',
        ...data.driver,
        ...cache,
        ...ownDriver,
        error_policy: ownDriver.error_policy ?? data.driver?.error_policy,
        rerror_policy: ownDriver.rerror_policy ?? data.driver?.rerror_policy,
      },
      target: { ...disk.target, dev: names.next(bus, id, address), bus },
      readonly: data.readonly === true && device !== 'cdrom' && data.disk.type !== 'dir' ? true : undefined,
      boot: boot ?? disk.boot,
      address,
      alias: id?.startsWith('ua-') ? { name: id } : undefined,
    },
    [option, ...[...backend.options].filter((one) => one !== option)],
  )
}

/** libvirt has one unit for each target of a MegaRAID: a drive behind another one's number stays. */
function isBeyondTarget(reading: Reading, option: OptionInHand): boolean {
  const bus = busesOf(reading).byId.get((option.peek('bus') ?? '').replace(/\.\d+$/, ''))
  return /^megasas/.test(bus?.driver ?? '') && Number(option.peek('lun') ?? 0) > 0
}

/** @returns undefined when the drive is there and can't be said */
function drive(backend: Backend, option: OptionInHand): DiskData | undefined {
  const name = option.peek('drive')
  if (name === undefined) return { disk: { type: 'file' } }
  const node = backend.reading.named('blockdev', name)
  if (node !== undefined) {
    const layer = readNode(backend, new BlockView(node))
    const data = layer === undefined ? undefined : dataOf(backend, layer)
    if (data !== undefined) option.take('drive')
    return data
  }
  const old = backend.reading.named('drive', name)
  if (old === undefined) return undefined
  const data = readDrive(backend, old)
  if (data !== undefined) option.take('drive')
  return data
}

/** A chain of layers as a disk has it. */
export function dataOf(backend: Backend, layer: ReadLayer): DiskData | undefined {
  const throttles = throttlesOf(backend)
  if (throttles === undefined) return undefined
  const { type, source, format, encryption, below, switches } = layer
  return {
    readonly: switches.readonly,
    direct: switches.direct,
    noFlush: switches.noFlush,
    disk: {
      type,
      source: encryption === undefined ? source : { ...source, encryption },
      backing_store: below === undefined ? undefined : backingStoreOf(below),
      ...throttles,
    },
    driver: {
      type: type === 'dir' ? 'fat' : format,
      io: backend.io,
      discard: switches.discard,
      detect_zeroes: switches.zeroes,
      copy_on_read: backend.copyOnRead,
      metadata_cache: layer.metadataCache,
      discard_no_unref: layer.noUnref,
    },
  }
}

/** libvirt has one word for what QEMU says at the node and at the device. */
function cacheOf(
  { direct, noFlush }: DiskData,
  writeCache: boolean | undefined,
  isOpen: boolean,
): Pick<NonNullable<Disk['driver']>, 'cache'> {
  if (direct === undefined && noFlush === undefined && writeCache === undefined)
    // Disks that others write have no cache in libvirt unless one is said.
    return isOpen ? { cache: 'writeback' } : {}
  const cache = cacheMode(direct ?? false, noFlush ?? false, writeCache ?? true)
  return cache === undefined ? {} : { cache }
}

interface Seat {
  readonly bus: DiskBus
  readonly address?: Disk['address']
  readonly model?: Disk['model']
  readonly boot?: Disk['boot']
}

/** Where the device sits, and the bus that it is on therefore. */
function seat(backend: Backend, option: OptionInHand, driver: string, bus: DiskBus): Seat {
  const { reading } = backend
  if (bus === 'fdc') return floppySeat(backend, option)
  if (driver === 'nvme-ns') {
    const held = busesOf(reading).byId.get((option.peek('bus') ?? '').replace(/\.\d+$/, ''))
    const nsid = option.takeNumber('nsid')
    if (held?.type === 'nvme') option.take('bus')
    const unit = nsid === undefined ? undefined : String(nsid - 1)
    return { bus, address: { type: 'drive', controller: String(held?.index ?? 0), unit } }
  }
  const bot = usbBot(backend, option)
  if (bot !== undefined) return { bus: 'usb', model: 'usb-bot', address: bot }
  const busType = busesOf(reading).byId.get((option.peek('bus') ?? '').replace(/\.\d+$/, ''))?.type
  const address = takeAddress(reading, option) ?? busOfDriver(driver)
  if (bus !== 'ide') return { bus, address }
  const isSata = busType === undefined ? reading.board !== 'pc' : busType === 'sata'
  if (address === undefined && !isSata) option.drop('unit')
  return { bus: isSata ? 'sata' : bus, address }
}

/** The boot order of a floppy is its controller's to say. */
function floppySeat(backend: Backend, option: OptionInHand): Seat {
  const { reading } = backend
  const placed = option.peek('bus') === undefined ? undefined : takeAddress(reading, option)
  const unit = placed?.unit ?? String(option.takeNumber('unit') ?? 0)
  const key = unit === '0' ? 'bootindexA' : 'bootindexB'
  let order: number | undefined
  for (const other of reading.options) {
    if (other.name === 'device' && other.peek('driver') === 'isa-fdc') order ??= other.takeNumber(key)
    if (other.name === 'global') order ??= other.takeNumber(`isa-fdc.${key}`)
  }
  return {
    bus: 'fdc',
    boot: order === undefined ? undefined : { order },
    address: { type: 'drive', controller: '0', bus: '0', target: '0', unit },
  }
}

/** A SCSI drive on a USB bridge of its own. */
function usbBot(backend: Backend, option: OptionInHand) {
  const bridge = backend.reading.named('device', (option.peek('bus') ?? '').replace(/\.0$/, ''))
  if (bridge === undefined || bridge.peek('driver') !== 'usb-bot') return undefined
  for (const key of ['bus', 'scsi-id', 'lun', 'channel']) option.take(key)
  backend.options.add(bridge)
  bridge.take('driver')
  bridge.take('id')
  return takeAddress(backend.reading, bridge) ?? { type: 'usb' as const }
}

function vhostUser(backend: Backend, option: OptionInHand): DiskData | undefined {
  const { reading } = backend
  const isServer = reading.named('chardev', option.peek('chardev'))?.peek('server') === 'on'
  const socket = isServer ? undefined : takeSocket(reading, option)
  if (socket === undefined) return undefined
  const { path, chardev } = socket
  backend.options.add(chardev)
  chardev.drop('server', 'off')
  const reconnect = readReconnect(chardev)
  return {
    disk: {
      type: 'vhostuser',
      source: { type: 'unix', path, reconnect: reconnect?.enabled === true ? reconnect : undefined },
    },
    driver: {},
  }
}
