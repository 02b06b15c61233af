/** Channels, displays, host devices and all other devices of the author's, completed where libvirt wants a word more. */
import type { DeviceList, Devices, Item } from '../domain/index.ts'
import { addDevice, type Draft, fillIn, needDirectoryOf, note, origin } from './draft.ts'

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
  each(draft, 'hostdevs', (one, path) => hostdev(draft, one, path))
  each(draft, 'rng', (one) => ({
    ...one,
    model: one.model ?? 'virtio',
    backend: {
      model: 'random' as const,
      ...one.backend,
      ...(one.backend?.model === undefined && one.backend?.value === undefined
        ? { value: '/dev/urandom' }
        : {}),
    },
  }))
  each(draft, 'redirdev', (one) => ({ bus: 'usb' as const, type: 'spicevmc' as const, ...one }))
  each(draft, 'tpm', (one) => ({ ...one, backend: { type: 'emulator' as const, ...one.backend } }))
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
    if (held === undefined || completedElsewhere.has(key)) continue
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
    addDevice(draft, key, complete(device, path), ['libvirt', ...path])
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
  const type = one.type ?? (one.name?.startsWith('com.redhat.spice') ? 'spicevmc' : 'unix')
  const said = path ?? source?.path
  const filled = said === undefined ? undefined : fillIn(draft, said)
  if (type === 'unix' && filled !== undefined) needDirectoryOf(draft, filled)
  const completed = {
    ...source,
    ...(type === 'unix' ? { mode: source?.mode ?? ('bind' as const) } : {}),
    ...(filled === undefined ? {} : { path: filled }),
  }
  return {
    ...rest,
    type,
    target_type: one.target_type ?? 'virtio',
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

function hostdev(
  draft: Draft,
  one: Item<Devices['hostdevs']>,
  path: readonly (string | number)[],
): Item<Devices['hostdevs']> {
  const managed = one.managed ?? (one.type === 'pci' ? 'yes' : undefined)
  if (one.managed === undefined && managed !== undefined)
    note(
      draft,
      [...path, 'managed'],
      'managed',
      'libvirt takes the device from the host’s driver at the start and gives it back.',
      'Set managed to no on the host device.',
    )
  return {
    ...one,
    mode: one.mode ?? 'subsystem',
    ...(managed === undefined ? {} : { managed }),
    ...(one.type === 'mdev' && one.model === undefined ? { model: 'vfio-pci' } : {}),
  }
}
