/** The boot order: `boot: order=scsi0;ide2;net0`. PVE::QemuServer, bootorder_from_legacy. */
import type { Domain } from '../../../domain/index.ts'
import type { UnknownRecord } from '../../../table/index.ts'
import type { Reading } from '../reading.ts'
import { readPropertyList } from '../words/property-list.ts'
import { merged } from '../words/words.ts'
import type { Writing } from '../writing.ts'
import { isCdrom, isDiskKey } from './disks.ts'

export function readBoot(reading: Reading): void {
  const text = reading.take('boot')
  const disk = reading.take('bootdisk')
  const list = readPropertyList(text ?? 'cdn', 'legacy')
  const order = list.take('order')
  const legacy = list.take('legacy') ?? ''
  const keys = order === undefined ? legacyOrder(reading, legacy, disk) : order.split(';')
  let place = 1
  for (const key of keys) {
    const found = reading.byKey.get(key)
    if (found === undefined) continue
    const devices = reading.listOf(found.list)
    const { index } = found
    const device = devices[index]
    if (device === undefined || device['boot'] !== undefined) continue
    devices[index] = merged(device, { boot: { order: place } })
    place += 1
  }
}

/** Letters of old: c the disk, d all CDs, n all cards. */
function legacyOrder(reading: Reading, letters: string, disk: string | undefined): string[] {
  const keys = [...reading.byKey.keys()]
  const isCd = (key: string) => isCdrom(deviceAt(reading, key))
  return [...letters].flatMap((letter) => {
    if (letter === 'c') return disk === undefined ? [] : [disk]
    if (letter === 'd') return keys.filter((key) => isDiskKey(key) && isCd(key)).sort()
    return letter === 'n' ? keys.filter((key) => key.startsWith('net')) : []
  })
}

function deviceAt(reading: Reading, key: string): UnknownRecord | undefined {
  const found = reading.byKey.get(key)
  return found === undefined ? undefined : reading.listOf(found.list)[found.index]
}

/** Lists of devices that can be in the order. */
const lists = ['disks', 'interfaces', 'hostdevs'] as const

export function sayBoot(writing: Writing): void {
  const keys = bootOrder(writing.domain).flatMap(
    ({ list, index }) => writing.keys.get(`${list}.${index}`) ?? [],
  )
  writing.say('boot', keys.length === 0 ? '' : `order=${keys.join(';')}`)
}

export interface BootPlace {
  readonly list: (typeof lists)[number]
  readonly index: number
}

/** The devices that are tried, the first one first: by their own order, or by that of the machine. */
export function bootOrder({ os, devices }: Domain): BootPlace[] {
  const own = lists.flatMap((list) =>
    (devices?.[list] ?? []).flatMap((device, index) => {
      const order = device.boot?.order
      return order === undefined ? [] : [{ list, index, order }]
    }),
  )
  if (own.length > 0) return own.toSorted((one, other) => one.order - other.order)
  const kinds = os?.boot?.map(({ dev }) => dev) ?? ['hd']
  return kinds.flatMap((kind): BootPlace[] => {
    if (kind === 'network')
      return (devices?.interfaces ?? []).length > 0 ? [{ list: 'interfaces', index: 0 }] : []
    const index = (devices?.disks ?? []).findIndex(({ device = 'disk' }) =>
      kind === 'cdrom' ? device === 'cdrom' : kind === 'hd' && (device === 'disk' || device === 'lun'),
    )
    return index < 0 ? [] : [{ list: 'disks', index }]
  })
}
