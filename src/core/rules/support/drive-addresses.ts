/** Where the drives of the guest are: controller, bus, target, unit. libvirt manual, Device Addresses, Drive addresses. */
import type { Path } from '../../finding.ts'
import { ownValue } from '../../text/index.ts'
import { devicesOf, type PlacedDisk } from './devices.ts'
import { busOf, diskNumber } from './disk-target.ts'
import type { RuleContext } from './rule.ts'

export interface DriveAddress {
  /** Of the device in the Domain. */
  readonly path: Path
  /** `scsi 0:0:0:1`: the bus, then controller, bus, target and unit. */
  readonly key: string
  /** False for the place that libvirt takes from the name of the disk. */
  readonly isSaid: boolean
}

/** Drives and SCSI devices of the host that have an address, or a name that gives them one. */
export function driveAddresses(context: RuleContext): DriveAddress[] {
  const disks = devicesOf(context, 'disks').flatMap((disk) => driveAddressOf(disk) ?? [])
  const hostdevs = devicesOf(context, 'hostdevs').flatMap(({ item, path }): DriveAddress[] =>
    item.type === 'scsi' && item.address?.type === 'drive'
      ? [{ path, key: keyOf('scsi', item.address), isSaid: true }]
      : [],
  )
  return [...disks, ...hostdevs]
}

const drivesOf: Readonly<Record<string, number>> = { ide: 4, sata: 6, scsi: 7, fdc: 2 }

function driveAddressOf({ item, path }: PlacedDisk): DriveAddress | undefined {
  const bus = busOf(item)
  if (bus === undefined || ownValue(drivesOf, bus) === undefined) return undefined
  if (item.address?.type === 'drive') return { path, key: keyOf(bus, item.address), isSaid: true }
  const number = diskNumber(item.target?.dev ?? '')
  if (number === undefined || item.address !== undefined) return undefined
  return { path, key: keyOf(bus, placeOf(bus, number)), isSaid: false }
}

/** As `virDomainDiskDefAssignAddress` numbers them. */
function placeOf(bus: string, number: number): Parts {
  if (bus === 'ide')
    return { controller: Math.floor(number / 4), bus: Math.floor(number / 2) % 2, unit: number % 2 }
  if (bus === 'fdc') return { controller: Math.floor(number / 2), unit: number % 2 }
  const drives = ownValue(drivesOf, bus) ?? 1
  return { controller: Math.floor(number / drives), unit: number % drives }
}

interface Parts {
  readonly controller?: string | number | undefined
  readonly bus?: string | number | undefined
  readonly target?: string | number | undefined
  readonly unit?: string | number | undefined
}

function keyOf(kind: string, { controller = 0, bus = 0, target = 0, unit = 0 }: Parts): string {
  return `${kind} ${[controller, bus, target, unit].map(Number).join(':')}`
}
