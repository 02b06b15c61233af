/** Disks, cdroms and floppies. libvirt manual, Hard drives, floppy disks, CDROMs; QEMU manual, -blockdev. */
import type { Path } from '../../finding.ts'
import { type Build, bootIndexOf, emit, find, idOf } from '../build.ts'
import { type OptionValue, options } from '../options.ts'
import {
  type Place,
  renderAhci,
  renderFloppy,
  renderIde,
  renderNvme,
  renderScsiDisk,
  renderUsbDisk,
  renderVhostUser,
  renderVirtio,
} from './disk-devices.ts'
import type { Disk } from './disk-said.ts'
import { storageOf } from './disk-source.ts'
import { renderThrottle } from './throttle.ts'

export function renderDisks(build: Build): void {
  for (const [index, disk] of (build.devices.disks ?? []).entries()) {
    const path = ['devices', 'disks', index]
    const place: Place = { disk, index, path, id: idOf(build, disk.alias, `disk${index}`, path) }
    if (disk.type === 'vhostuser') renderVhostUser(build, place)
    else renderDisk(build, place)
  }
}

type Bus = NonNullable<NonNullable<Disk['target']>['bus']>

function renderDisk(build: Build, place: Place): void {
  const { disk, path } = place
  const bus = disk.target?.bus ?? busByName(disk.target?.dev ?? '')
  const drive = renderBlockdev(build, place)
  const kind =
    disk.device === 'cdrom' ? 'cdrom' : disk.device === 'floppy' || bus === 'fdc' ? 'floppy' : 'disk'
  // A cdrom without a disc has a drive all the same, anything else without data is nothing.
  if (drive === undefined && kind === 'disk') return
  const common: Record<string, OptionValue> = {
    id: place.id,
    drive,
    bootindex: kind === 'floppy' ? undefined : bootIndexOf(build, kind, disk.boot),
  }
  checkAddress(build, disk, bus, path)
  if (kind === 'floppy') renderFloppy(build, place, common)
  else if (bus === 'virtio') renderVirtio(build, place, common)
  else if (bus === 'sata') renderAhci(build, place, common)
  else if (bus === 'ide') renderIde(build, place, common)
  else if (bus === 'scsi') renderScsiDisk(build, place, common)
  else if (bus === 'usb') renderUsbDisk(build, place, common)
  else if (bus === 'nvme') renderNvme(build, place, common)
  else
    find(
      build,
      'qemu.unsupported',
      [...path, 'target', 'bus'],
      `QEMU has no disk on the bus ${bus} here: use virtio, sata or scsi.`,
    )
  if (disk.target?.tray === 'open')
    find(
      build,
      'qemu.unsupported',
      [...path, 'target', 'tray'],
      `The tray starts closed: say eject ${place.id} in the QEMU monitor.`,
    )
}

/** libvirt tells the bus from the name when it is not said. */
function busByName(dev: string): Bus {
  if (dev.startsWith('hd')) return 'ide'
  if (dev.startsWith('sd')) return 'scsi'
  if (dev.startsWith('fd')) return 'fdc'
  if (dev.startsWith('xvd')) return 'xen'
  return 'virtio'
}

/** Two ways of saying a cache: past the host's page cache, without flushes. */
function cacheOptions(cache: string | undefined, prefix: string): Record<string, OptionValue> {
  if (cache === undefined || cache === 'default') return {}
  return {
    [`${prefix}cache.direct`]: cache === 'none' || cache === 'directsync',
    [`${prefix}cache.no-flush`]: cache === 'unsafe',
  }
}

/** The block node of a disk; filters stand around it. Its name is that of the disk. */
function renderBlockdev(build: Build, place: Place): string | undefined {
  const { disk, path, id } = place
  const storage = storageOf(build, place)
  if (storage === undefined) return undefined
  const driver = disk.driver ?? {}
  const filter = driver.copy_on_read === true ? 'file.' : ''
  const format = disk.type === 'dir' ? 'raw' : (driver.type ?? 'raw')
  const node = nodeName(id)
  const inner: Record<string, OptionValue> = {}
  if (filter !== '') inner['node-name'] = node
  for (const [key, value] of Object.entries({
    ...(filter === '' ? { 'node-name': node } : { driver: qemuFormat(format) }),
    'read-only': disk.readonly === true || disk.device === 'cdrom' || disk.type === 'dir' ? true : undefined,
    ...cacheOptions(driver.cache, ''),
    discard: driver.discard,
    'detect-zeroes': driver.detect_zeroes,
    'discard-no-unref': driver.discard_no_unref,
  }))
    inner[`${key === 'node-name' ? '' : filter}${key}`] = value
  for (const key in storage) inner[`${filter}file.${key}`] = storage[key]
  if (driver.io !== undefined && usesFiles(storage)) inner[`${filter}file.aio`] = driver.io
  emit(
    build,
    '-blockdev',
    path,
    options(`driver=${filter === '' ? qemuFormat(format) : 'copy-on-read'}`, inner),
  )
  return renderThrottle(build, disk.iotune, node, [...path, 'iotune'])
}

function usesFiles(storage: Readonly<Record<string, OptionValue>>): boolean {
  return storage['driver'] === 'file' || storage['driver'] === 'host_device'
}

/** libvirt says iso and luks where QEMU says raw and luks. */
function qemuFormat(format: string): string {
  return format === 'iso' || format === 'fat' ? 'raw' : format
}

/** QEMU takes node names of at most 31 characters. */
function nodeName(id: string): string {
  return id.length <= 31 ? id : id.slice(-31).replace(/^[^A-Za-z]+/, '')
}

/** An address of a drive is said where its bus has one; an address on PCI is QEMU's choice. */
function checkAddress(build: Build, disk: Disk, bus: string, path: Path): void {
  if (disk.address === undefined) return
  if (disk.address.type === 'drive' && bus !== 'virtio' && bus !== 'usb') return
  if (build.present.has('disk-addresses')) return
  build.present.add('disk-addresses')
  find(
    build,
    'qemu.differs',
    [...path, 'address'],
    'Addresses are left out: QEMU picks free ones, so the guest may find disks at other places than under libvirt.',
  )
}
