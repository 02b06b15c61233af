/** The Domain while it is completed: lists are copied when the first of them changes, and only then. */
import type { Address, DeviceList, Devices, Domain, Item } from '../domain/index.ts'
import type { Mutable } from '../mutable.ts'
import type { Machine } from './machine.ts'

export interface Draft {
  readonly given: Devices
  readonly domain: Mutable<Domain>
  readonly devices: Mutable<Devices>
  readonly machine: Machine
}

export function startDraft(domain: Domain, machine: Machine): Draft {
  const given = domain.devices ?? {}
  const devices = { ...given }
  return { given, devices, domain: Object.assign({}, domain, { devices }), machine }
}

/** A list that may be written to. */
export function own<K extends DeviceList>(draft: Draft, key: K): Item<Devices[K]>[]
export function own({ given, devices }: Draft, key: DeviceList): unknown[] {
  const list = devices[key]
  if (list !== undefined && list !== given[key] && Array.isArray(list)) return list
  const copy: unknown[] = list === undefined ? [] : list.slice()
  const lists: Record<string, unknown> = devices
  lists[key] = copy
  return copy
}

/** Replaces some items of a list; the list stays the same one when none is. */
export function replaceItems<K extends DeviceList>(
  draft: Draft,
  key: K,
  replace: (item: Item<Devices[K]>, index: number) => Item<Devices[K]>,
): void {
  const list = devicesOf(draft, key)
  for (let index = 0; index < list.length; index += 1) {
    const item = list[index]
    if (item === undefined) continue
    const other = replace(item, index)
    if (other !== item) own(draft, key)[index] = other
  }
}

/** Gives a place to the devices of a list that have none and want one. */
export function placeItems<K extends DeviceList>(
  draft: Draft,
  key: K,
  addressFor: (item: Item<Devices[K]> & Placed) => Address | undefined,
): void {
  const list = devicesOf(draft, key)
  for (let index = 0; index < list.length; index += 1) {
    const item = list[index]
    const address = item === undefined ? undefined : addressFor(item)
    if (item !== undefined && address !== undefined) own(draft, key)[index] = placed(item, address)
  }
}

/** A device with its place. Not as `{ ...device, address }`: V8 adds keys after a spread ten times as slowly. */
export function placed<T extends object>(device: T, address: Address | undefined): T {
  return Object.assign({}, device, { address })
}

/** What has a place in the guest. */
export interface Placed {
  readonly address?: Address | undefined
}

/** The devices of a list as it is now. */
export function devicesOf<K extends DeviceList>(draft: Draft, key: K): readonly (Item<Devices[K]> & Placed)[]
export function devicesOf({ devices }: Draft, key: DeviceList): readonly unknown[] {
  return devices[key] ?? none
}

const none: readonly unknown[] = []
