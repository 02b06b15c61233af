/** What the name of a disk says: its bus, its number, and so its place. libvirt: `virDomainDiskDef…`, `virDiskNameParse`. */
import { ownValue } from '../text/index.ts'
import type { Address, Disk } from './device-types.ts'
import { busByName, type DiskBus } from './disk-bus.ts'

/** The bus that a disk is on: where it is not said, libvirt goes by the device and by the name, else it is IDE. */
export function busOfDisk({ device, target }: Pick<Disk, 'device' | 'target'>): DiskBus {
  return target?.bus ?? busByName(device, target?.dev)
}

/** The number that a name says: vda is 0, vdz 25, vdaa 26; undefined for a name of another form. */
export function diskNumber(name: string | undefined): number | undefined {
  // Digits are a partition. libvirt takes more letters, and makes a controller for each seven disks up to such a number.
  const letters = /^(?:xvd|ubd|[fhsv]d)([a-z]{1,4})\d*$/.exec(name ?? '')?.[1]
  if (letters === undefined) return undefined
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 96
  return number - 1
}

/** The name of a number: 0 is vda with the prefix vd, 26 is vdaa. */
export function diskName(prefix: string, number: number): string {
  let letters = ''
  for (let left = number + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(97 + ((left - 1) % 26)) + letters
  return prefix + letters
}

/** How many drives libvirt counts on a SCSI controller, as if each were a narrow one. */
export const scsiDrives = 7

const drivesOf: Readonly<Record<string, number>> = { ide: 4, sata: 6, scsi: scsiDrives, fdc: 2 }

/** Units of one bus of IDE, which has two. */
const unitsOfIde = 2

/** Where a drive of this number is; undefined on a bus without drive addresses. `virDomainDiskDefAssignAddress`. */
export function driveAddress(bus: string, number: number): Address | undefined {
  const drives = ownValue(drivesOf, bus)
  if (drives === undefined) return undefined
  const place = number % drives
  return {
    type: 'drive',
    controller: String(Math.floor(number / drives)),
    bus: bus === 'ide' ? String(Math.floor(place / unitsOfIde)) : '0',
    target: '0',
    unit: String(bus === 'ide' ? place % unitsOfIde : place),
  }
}

/** The number of the drive at an address; undefined where none has it. */
export function driveNumber(bus: string, address: Address | undefined): number | undefined {
  const drives = ownValue(drivesOf, bus)
  if (drives === undefined || address?.type !== 'drive' || Number(address.target ?? 0) !== 0) return undefined
  const place = (bus === 'ide' ? Number(address.bus ?? 0) * unitsOfIde : 0) + Number(address.unit ?? 0)
  return place < drives ? Number(address.controller ?? 0) * drives + place : undefined
}
