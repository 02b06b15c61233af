/** The devices of one kind, each with its place in the Domain. */
import type { Domain } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import type { RuleContext } from './rule.ts'

export type Devices = NonNullable<Domain['devices']>
export type Item<List> = NonNullable<List> extends readonly (infer T)[] ? T : never
export type DeviceList = {
  [K in keyof Devices]-?: NonNullable<Devices[K]> extends readonly unknown[] ? K : never
}[keyof Devices]

export interface Placed<T> {
  readonly item: T
  readonly index: number
  /** In the Domain. */
  readonly path: Path
}

export type PlacedDisk = Placed<Item<Devices['disks']>>
export type PlacedHostdev = Placed<Item<Devices['hostdevs']>>

/** All devices of a list; none when it is not there. */
export function devicesOf<K extends DeviceList>(context: RuleContext, list: K): Placed<Item<Devices[K]>>[] {
  const held: readonly Item<Devices[K]>[] = itemsOf(context.domain.devices, list)
  return held.map((item, index) => ({ item, index, path: ['devices', list, index] }))
}

function itemsOf<K extends DeviceList>(devices: Devices | undefined, list: K): readonly Item<Devices[K]>[]
function itemsOf(devices: Devices | undefined, list: DeviceList): readonly unknown[] {
  return devices?.[list] ?? []
}
