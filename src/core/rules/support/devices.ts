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
): readonly Placed<Item<Devices[K]>>[]
export function devicesOf({ domain, placed }: RuleContext, list: DeviceList): readonly unknown[] {
  const known = placed.get(list)
  if (known !== undefined) return known
  const made = placedItems<unknown>(domain.devices?.[list], 'devices', list)
  placed.set(list, made)
  return made
}

/** The same for the items of any other list, such as the pins of `cputune`. */
export function placedItems<T>(held: readonly T[] | undefined, ...list: Path): readonly Placed<T>[] {
  return (held ?? []).map((item, index) => ({ item, index, path: [...list, index] }))
}
