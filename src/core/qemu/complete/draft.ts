/** The Domain while it is completed: lists are copied when the first of them changes, and only then. */
import type { Domain } from '../../domain/index.ts'
import type { Board, Devices, Item } from '../build.ts'
import type { Address } from '../place.ts'

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

/** Lists of devices. */
export type ListKey = {
  [Key in keyof Devices]-?: NonNullable<Devices[Key]> extends readonly unknown[] ? Key : never
}[keyof Devices]

export interface Draft {
  readonly given: Devices
  readonly domain: Mutable<Domain>
  readonly devices: Mutable<Devices>
  readonly machine: Machine
}

/** What libvirt's choices depend on. */
export interface Machine {
  readonly arch: string
  readonly board: Board
  readonly name: string
  /** The `virt` board of aarch64 and riscv64. */
  readonly isVirt: boolean
  /** What bus 0 is; undefined for a machine without PCI, or one that this program does not know. */
  readonly root: 'pci' | 'pcie' | undefined
}

export function startDraft(domain: Domain, arch: string, board: Board): Draft {
  const given = domain.devices ?? {}
  const devices = { ...given }
  return {
    given,
    devices,
    domain: Object.assign({}, domain, { devices }),
    machine: machineOf(domain, arch, board),
  }
}

function machineOf(domain: Domain, arch: string, board: Board): Machine {
  const name = domain.os?.machine ?? ''
  const isVirt =
    board === 'other' &&
    (arch === 'aarch64' || arch === 'riscv64' || arch === 'armv7l') &&
    (name === 'virt' || name === '' || name.startsWith('virt-'))
  const hasOldPci = board === 'pc' || (arch === 'aarch64' && name.startsWith('versatile'))
  return {
    arch,
    board,
    name,
    isVirt,
    root: board === 'q35' || isVirt ? 'pcie' : hasOldPci ? 'pci' : undefined,
  }
}

/** A list that may be written to. */
export function own<K extends ListKey>(draft: Draft, key: K): Item<Devices[K]>[]
export function own({ given, devices }: Draft, key: ListKey): unknown[] {
  const list = devices[key]
  if (list !== undefined && list !== given[key] && Array.isArray(list)) return list
  const copy: unknown[] = list === undefined ? [] : list.slice()
  const lists: Record<string, unknown> = devices
  lists[key] = copy
  return copy
}

/** Replaces some items of a list; the list stays the same one when none is. */
export function replaceItems<K extends ListKey>(
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
export function placeItems<K extends ListKey>(
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
export function devicesOf<K extends ListKey>(draft: Draft, key: K): readonly (Item<Devices[K]> & Placed)[]
export function devicesOf({ devices }: Draft, key: ListKey): readonly unknown[] {
  return devices[key] ?? none
}

const none: readonly unknown[] = []
