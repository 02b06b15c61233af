/** The boot order: `bootOrder` of disks and cards, from 1, each number once. */
import type { Domain } from '../../../domain/index.ts'
import { isRecord, type UnknownRecord } from '../../../table/index.ts'
import type { Writing } from '../writing.ts'

export interface BootPlace {
  /** The number that the design says; its place in the list where it says none. */
  readonly order: number
  readonly list: 'disks' | 'interfaces'
  readonly index: number
}

/** The devices in the order in which they are tried: as they say it, else by the kinds of `<boot dev=>`. */
export function bootOrder({ os, devices = {} }: Domain): BootPlace[] {
  const disks = devices.disks ?? []
  const cards = devices.interfaces ?? []
  const own = [
    ...disks.map(({ boot }, index) => ({ list: 'disks' as const, index, order: boot?.order })),
    ...cards.map(({ boot }, index) => ({ list: 'interfaces' as const, index, order: boot?.order })),
  ].flatMap(({ order, ...place }): BootPlace[] => (order === undefined ? [] : [{ ...place, order }]))
  if (own.length > 0) return own.sort((one, other) => one.order - other.order)
  const kinds = (os?.boot ?? []).flatMap(({ dev }): Omit<BootPlace, 'order'>[] => {
    if (dev === 'network') return cards.length > 0 ? [{ list: 'interfaces', index: 0 }] : []
    const device = dev === 'cdrom' ? ['cdrom'] : dev === 'hd' ? ['disk', 'lun', undefined] : []
    return disks
      .flatMap((disk, index) => (device.includes(disk.device) ? [{ list: 'disks' as const, index }] : []))
      .slice(0, 1)
  })
  return kinds.map((place, index) => ({ ...place, order: index + 1 }))
}

/** Of `<boot dev=hd>` only the first disk is tried, and so here. */
export function sayBoot(writing: Writing): void {
  for (const { list, index, order } of bootOrder(writing.domain)) {
    const items = writing.devices[list]
    const source = writing.sources.find(({ path }) => path[1] === list && path[2] === index)
    const name = source?.way.at(-1)?.slice(1)
    if (!Array.isArray(items) || name === undefined) continue
    writing.devices[list] = items.map((item: unknown): unknown => {
      const isIt = isRecord(item) && item['name'] === name
      return isIt ? ordered(item, order) : item
    })
  }
}

/** After the name, as manuals have it. */
function ordered({ name, bootOrder: _, ...others }: UnknownRecord, order: number): UnknownRecord {
  return { name, bootOrder: order, ...others }
}
