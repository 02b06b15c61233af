/** Which controller and unit a disk is on. libvirt: `virDomainDiskDefAssignAddress`, `virDomainHostdevAssignAddress`. */

import {
  type Address,
  busOfDisk,
  type Disk,
  diskNumber,
  driveAddress,
  driveNumber,
  scsiDrives,
} from '../domain/index.ts'
import { type Draft, placeItems } from './draft.ts'

export function completeDriveAddresses(draft: Draft): void {
  placeItems(draft, 'disks', (disk) => (disk.address === undefined ? addressByName(disk) : undefined))
  placeHostScsi(draft)
}

/** The name of the target says it: sda is the first unit of controller 0. */
function addressByName(disk: Disk): Address | undefined {
  const number = diskNumber(disk.target?.dev)
  return number === undefined ? undefined : driveAddress(busOfDisk(disk), number)
}

/** SCSI devices of the host take the first free unit. */
function placeHostScsi(draft: Draft): void {
  const { hostdevs, disks = [], controllers = [] } = draft.devices
  if (hostdevs?.some(({ type, address }) => type === 'scsi' && address === undefined) !== true) return
  const taken = new Set<number>()
  const take = (address: Address | undefined) => {
    const number = driveNumber('scsi', address)
    if (number !== undefined) taken.add(number)
  }
  for (const { target, address } of disks) if (target?.bus === 'scsi') take(address)
  for (const { type, address } of hostdevs) if (type === 'scsi') take(address)
  const numbers = controllers.filter(({ type }) => type === 'scsi').map(({ index }) => index ?? 0)
  let next = 0
  let place = -1
  placeItems(draft, 'hostdevs', ({ type, address }) => {
    if (type !== 'scsi' || address !== undefined) return undefined
    do {
      place =
        (numbers[Math.floor(next / scsiDrives)] ?? Math.floor(next / scsiDrives)) * scsiDrives +
        (next % scsiDrives)
      next += 1
    } while (taken.has(place))
    return driveAddress('scsi', place)
  })
}
