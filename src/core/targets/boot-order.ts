/** In which order devices are tried. */
import type { Domain } from '../domain/index.ts'

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
