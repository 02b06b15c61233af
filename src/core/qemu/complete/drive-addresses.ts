/** Which controller and unit a disk is on. libvirt: `virDomainDiskDefAssignAddress`, `virDomainHostdevAssignAddress`. */

import type { Devices, Item } from '../build.ts'
import type { Address } from '../place.ts'
import { type Draft, placeItems } from './draft.ts'

type Disk = Item<Devices['disks']>

/** libvirt counts 7 units on a SCSI bus, as on a narrow one. */
const scsiUnits = 7

export function completeDriveAddresses(draft: Draft): void {
  placeItems(draft, 'disks', (disk) => (disk.address === undefined ? driveAddress(disk) : undefined))
  placeHostScsi(draft)
}

/** The name of the target says it: sda is the first unit of controller 0. */
function driveAddress({ target }: Disk): Address | undefined {
  const bus = target?.bus
  if (bus !== 'scsi' && bus !== 'ide' && bus !== 'sata' && bus !== 'fdc') return undefined
  const number = diskNumber(target?.dev ?? '')
  if (number === undefined) return undefined
  if (bus === 'ide') return drive(Math.floor(number / 4), Math.floor((number % 4) / 2), number % 2)
  const units = bus === 'scsi' ? scsiUnits : bus === 'sata' ? 6 : 2
  return drive(Math.floor(number / units), 0, number % units)
}

/** sda is 0, hdc is 2, vdaa is 26; a number at the end is a partition. */
function diskNumber(name: string): number | undefined {
  const match = /^(?:fd|hd|vd|sd|xvd|ubd)([a-z]{1,5})\d*$/.exec(name)
  if (match?.[1] === undefined) return undefined
  let number = 0
  for (const letter of match[1]) number = number * 26 + letter.charCodeAt(0) - 96
  return number - 1
}

/** SCSI devices of the host take the first free unit. */
function placeHostScsi(draft: Draft): void {
  const { hostdevs, disks = [], controllers = [] } = draft.devices
  if (hostdevs?.some(({ type, address }) => type === 'scsi' && address === undefined) !== true) return
  const taken = new Set<number>()
  const take = (address: Address | undefined) => {
    if (address?.type === 'drive')
      taken.add(Number(address.controller ?? 0) * scsiUnits + Number(address.unit ?? 0))
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
        (numbers[Math.floor(next / scsiUnits)] ?? Math.floor(next / scsiUnits)) * scsiUnits +
        (next % scsiUnits)
      next += 1
    } while (taken.has(place))
    return drive(Math.floor(place / scsiUnits), 0, place % scsiUnits)
  })
}

function drive(controller: number, bus: number, unit: number): Address {
  return {
    type: 'drive',
    controller: String(controller),
    bus: String(bus),
    target: '0',
    unit: String(unit),
  }
}
