/** Where the drives of the guest are: controller, bus, target, unit. libvirt manual, Device Addresses, Drive addresses. */
import { busOfDisk } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { devicesOf } from './devices.ts'
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
  const { disks: places = [] } = context.completed.domain.devices ?? {}
  const disks = devicesOf(context, 'disks').flatMap(({ item, index, path }): DriveAddress[] => {
    const address = places[index]?.address
    return address?.type === 'drive'
      ? [{ path, key: keyOf(busOfDisk(item), address), isSaid: item.address !== undefined }]
      : []
  })
  const hostdevs = devicesOf(context, 'hostdevs').flatMap(({ item, path }): DriveAddress[] =>
    item.type === 'scsi' && item.address?.type === 'drive'
      ? [{ path, key: keyOf('scsi', item.address), isSaid: true }]
      : [],
  )
  return [...disks, ...hostdevs]
}

interface Parts {
  readonly controller?: string | undefined
  readonly bus?: string | undefined
  readonly target?: string | undefined
  readonly unit?: string | undefined
}

function keyOf(kind: string, { controller = '0', bus = '0', target = '0', unit = '0' }: Parts): string {
  return `${kind} ${[controller, bus, target, unit].map(Number).join(':')}`
}
