/** What a disk is called and where it sits. libvirt's `qemu_alias.c` and `qemuBuildDeviceAddresDriveProps`. */
import { busOfDisk, type Disk, type DiskBus, diskNumber } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { type Build, controllerId, idOf, leftOut } from '../build/index.ts'
import type { OptionValue } from '../words/options.ts'
import { place } from '../writing/index.ts'
import { parallelScsi } from './disk-words.ts'

/** One disk and where it stands. */
export interface Place {
  readonly disk: Disk
  readonly index: number
  readonly path: Path
  readonly bus: DiskBus
  /** vda; made up when the design does not say it. */
  readonly dev: string
  /** What the name says: vda is 0; -1 for another name. */
  readonly number: number
  /** Of the device: libvirt's alias, or the author's. */
  readonly id: string
  /** libvirt's alias. */
  readonly alias: string
}

export function placeOf(build: Build, disk: Disk, index: number): Place {
  const path = ['devices', 'disks', index]
  const dev = disk.target?.dev ?? `disk${index}`
  const bus = busOfDisk(disk)
  const alias = freeAlias(build, aliasOf(build, disk, bus, index), index)
  const number = diskNumber(dev) ?? -1
  return { disk, index, path, bus, dev, number, alias, id: idOf(build, disk.alias, alias, path) }
}

/**
 * libvirt keeps the disks of a bus together, sorted by their names. The first disk is the one to boot from, and the
 * numbers of the nodes follow. `virDomainDiskInsert`.
 */
export function libvirtOrder(places: readonly Place[]): readonly Place[] {
  const buses = new Map<DiskBus, Place[]>()
  for (const place of places) {
    const held = buses.get(place.bus)
    if (held) held.push(place)
    else buses.set(place.bus, [place])
  }
  return [...buses.values()].flatMap((held) => held.sort((one, other) => one.number - other.number))
}

/** libvirt refuses two disks at one place; QEMU would say no more than that the id is there twice. */
function freeAlias(build: Build, alias: string, index: number): string {
  const key = `disk ${alias}`
  if (build.present.has(key)) return `${alias}-${index}`
  build.present.add(key)
  return alias
}

function aliasOf(build: Build, { address, target }: Disk, bus: DiskBus, index: number): string {
  if (address?.type !== 'drive') return `${bus}-disk${diskNumber(target?.dev) ?? index}`
  const controller = Number(address.controller ?? 0)
  const start = `${bus}${controller}-${Number(address.bus ?? 0)}`
  const unit = Number(address.unit ?? 0)
  return bus === 'scsi' && !isLsi(build, controller)
    ? `${start}-${Number(address.target ?? 0)}-${unit}`
    : `${start}-${unit}`
}

const models = new WeakMap<Build, ReadonlyMap<string, string>>()

/** The model of a controller; '' for one that does not say it. */
export function controllerModel(build: Build, type: 'scsi' | 'nvme', index: number): string | undefined {
  let held = models.get(build)
  if (held === undefined) {
    const all = build.devices.controllers ?? []
    held = new Map(all.map((one) => [`${one.type}${one.index ?? 0}`, one.model ?? '']))
    models.set(build, held)
  }
  return held.get(`${type}${index}`)
}

function isLsi(build: Build, controller: number): boolean {
  return controllerModel(build, 'scsi', controller) === 'lsilogic'
}

/** The keys that put the disk in its place; none leaves it to QEMU. */
export function diskPlace(build: Build, { disk, bus }: Place): Record<string, OptionValue> {
  const { address } = disk
  if (address?.type !== 'drive') return place(build, address)
  const controller = Number(address.controller ?? 0)
  const unit = Number(address.unit ?? 0)
  switch (bus) {
    case 'fdc':
      return { unit }
    case 'ide':
      return { bus: `${controllerId(build, 'ide', controller)}.${Number(address.bus ?? 0)}`, unit }
    case 'sata':
      return { bus: `${controllerId(build, 'sata', controller)}.${unit}` }
    case 'scsi':
      return scsiPlace(build, address)
    default:
      return {}
  }
}

/** Where something is on a SCSI controller: host devices are there as well. */
export function scsiPlace(build: Build, address: NonNullable<Disk['address']>): Record<string, OptionValue> {
  const controller = Number(address.controller ?? 0)
  const id = controllerId(build, 'scsi', controller)
  const unit = Number(address.unit ?? 0)
  return parallelScsi.has(controllerModel(build, 'scsi', controller) ?? '')
    ? { bus: `${id}.${Number(address.bus ?? 0)}`, 'scsi-id': unit }
    : {
        bus: `${id}.0`,
        channel: Number(address.bus ?? 0),
        'scsi-id': Number(address.target ?? 0),
        lun: unit,
      }
}

/** An address of a kind that the bus does not have. */
export function checkAddress(build: Build, { disk, bus, path }: Place): void {
  const type = disk.address?.type
  if (type === undefined || type === 'unassigned') return
  const fits =
    type === 'drive'
      ? bus === 'ide' || bus === 'sata' || bus === 'scsi' || bus === 'fdc' || bus === 'nvme'
      : type === 'usb'
        ? bus === 'usb'
        : bus === 'virtio' || bus === 'nvme'
  if (!fits)
    leftOut(
      build,
      [...path, 'address'],
      `The address is left out: a disk on the bus ${bus} has none of the type ${type}.`,
    )
}
