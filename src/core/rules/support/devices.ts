/** The devices of one kind, each with its place in the Domain. */
import type { DeviceList, Devices, Item } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import type { RuleContext } from './rule.ts'

export interface Placed<T> {
  readonly item: T
  readonly index: number
  /** In the Domain. */
  readonly path: Path
}

export type PlacedDisk = Placed<Item<Devices['disks']>>

/** All devices of a list; none when it is not there. The same list for every rule, made once for a design. */
export function devicesOf<K extends DeviceList>(
  context: RuleContext,
  list: K,
): readonly Placed<Item<Devices[K]>>[] {
  const held: readonly Item<Devices[K]>[] = itemsOf(context.domain.devices, list)
  return held.length === 0 ? none : placedOnce(held, list)
}

/** The same for the items of any other list, such as the pins of `cputune`. */
export function placedItems<T>(held: readonly T[] | undefined, ...list: Path): readonly Placed<T>[] {
  return (held ?? []).map((item, index) => ({ item, index, path: [...list, index] }))
}

const none: readonly never[] = []
const placed = new WeakMap<object, readonly unknown[]>()

function placedOnce<T>(held: readonly T[], list: DeviceList): readonly Placed<T>[]
function placedOnce(held: readonly unknown[], list: DeviceList): readonly unknown[] {
  const known = placed.get(held)
  if (known !== undefined) return known
  const made = held.map((item, index): Placed<unknown> => ({ item, index, path: ['devices', list, index] }))
  placed.set(held, made)
  return made
}

function itemsOf<K extends DeviceList>(devices: Devices | undefined, list: K): readonly Item<Devices[K]>[]
function itemsOf(devices: Devices | undefined, list: DeviceList): readonly unknown[] {
  return devices?.[list] ?? []
}
