/** Channels, displays, host devices and all other devices of the author's, completed where libvirt wants a word more. */
import type { DeviceList, Devices, Item } from '../domain/index.ts'
import { addDevice, type Draft, fillIn, needDirectoryOf, origin } from './draft.ts'
import { filled } from './fill.ts'

export function resolveDevices(draft: Draft): void {
  const own = draft.libvirt.devices ?? {}
  each(draft, 'controllers', (one) => one)
  for (const [index, { model, port }] of (own.usb ?? []).entries())
    addDevice(draft, 'controllers', { type: 'usb', index, model, ports: port }, [
      'libvirt',
      'devices',
      'usb',
      index,
    ])
  each(draft, 'channels', (one, path) => channel(draft, one, path))
  each(draft, 'graphics', (one) => graphics(draft, one))
  each(draft, 'hostdevs', (one) => one)
  each(draft, 'rng', (one) => one)
  each(draft, 'redirdev', (one) => one)
  each(draft, 'tpm', (one) => one)
  takeTheRest(draft)
}

/** What other pairings and the lines above look after. */
const completedElsewhere = new Set([
  'disks',
  'filesystems',
  'interfaces',
  'serial',
  'console',
  'usb',
  'controllers',
  'channels',
  'graphics',
  'hostdevs',
  'rng',
  'redirdev',
  'tpm',
])

function takeTheRest(draft: Draft): void {
  for (const [key, held] of Object.entries(draft.libvirt.devices ?? {})) {
    // libvirt has no empty lists, only none.
    const isNone = held === undefined || (Array.isArray(held) && held.length === 0)
    if (isNone || completedElsewhere.has(key)) continue
    Object.assign(draft.devices, { [key]: held })
    origin(draft, ['devices', key], ['libvirt', 'devices', key])
  }
}

function each<K extends DeviceList>(
  draft: Draft,
  key: K,
  complete: (device: Item<Devices[K]>, path: readonly (string | number)[]) => Item<Devices[K]>,
): void {
  const own: readonly Item<Devices[K]>[] | undefined = listOf(draft.libvirt.devices, key)
  for (const [index, device] of (own ?? []).entries()) {
    const path = ['devices', key, index]
    addDevice(draft, key, complete(filled(draft, key, device, index), path), ['libvirt', ...path])
  }
}

function listOf<K extends DeviceList>(
  devices: Devices | undefined,
  key: K,
): readonly Item<Devices[K]>[] | undefined
function listOf(devices: Devices | undefined, key: DeviceList): readonly unknown[] | undefined {
  return devices?.[key]
}

/** A unix channel without a path is bound where libvirt likes; one with a path needs its directory. */
function channel(
  draft: Draft,
  one: Item<Devices['channels']>,
  place: readonly (string | number)[],
): Item<Devices['channels']> {
  const { path, source, ...rest } = one
  if (path !== undefined) origin(draft, [...place, 'source', 'path'], ['libvirt', ...place, 'path'])
  const said = path ?? source?.path
  const file = said === undefined ? undefined : fillIn(draft, said)
  if (one.type === 'unix' && file !== undefined) needDirectoryOf(draft, file)
  const completed = { ...source, ...(file === undefined ? {} : { path: file }) }
  return {
    ...rest,
    ...(Object.keys(completed).length === 0 ? {} : { source: completed }),
  }
}

/** An address that is said without its kind is an address. */
function graphics(draft: Draft, one: Item<Devices['graphics']>): Item<Devices['graphics']> {
  const listen = one.listen?.map((each) => {
    const socket = each.socket === undefined ? undefined : fillIn(draft, each.socket)
    if (socket !== undefined) needDirectoryOf(draft, socket)
    const type =
      each.type ?? (socket === undefined ? (each.network === undefined ? 'address' : 'network') : 'socket')
    return { ...each, type, ...(socket === undefined ? {} : { socket }) }
  })
  return { ...one, ...(listen === undefined ? {} : { listen }) }
}
