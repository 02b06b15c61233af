/** Takes out again what the author wants to do without: an imported VM never grows what it did not have. */
import type { Domain } from '../domain/index.ts'
import { type Path, parsePath } from '../finding.ts'
import { valueAt } from '../path.ts'
import { isRecord } from '../table/index.ts'
import type { Draft } from './draft.ts'
import { type MadeDevice, madeDeviceNamed, madeDevices } from './made-devices.ts'
import { isAmong, movedUp, type Places, placesOf, withoutPlaces } from './places.ts'

/**
 * `libvirt.leave_out`: a device that resolve makes, by its name; an item by its own, such as `cpu.features["vmx"]`; or
 * the path of a key, in the Domain as it is without those devices and items, or below the name of a made device.
 */
export function leaveOut(domain: Domain, draft: Draft): Domain {
  const said = draft.libvirt.leave_out
  if (said === undefined) return domain
  const paths = said.flatMap((text, index) => {
    const path = parsePath(text)
    if (typeof path?.at(-1) === 'string') return [path]
    reportPath(draft, index)
    return []
  })
  const items = leftItems(paths, domain, draft)
  const gone = placesOf([...items.values()])
  let left = withoutPlaces(domain, gone)
  // libvirt has no empty lists, only none.
  const lists = [...items.values()].map((place) => place.slice(0, -1))
  left = withoutPlaces(left, placesOf(lists.filter((list) => isEmptyList(valueAt(left, list)))))
  forget(draft, gone)
  closeUp(draft, gone)
  for (const path of items.keys()) reportUnused(path, draft)
  const keys = placesOf(paths.filter((path) => !items.has(path)).flatMap((path) => keyAt(path, draft)))
  left = withoutPlaces(left, keys)
  forget(draft, keys)
  return isRecord(left) ? left : domain
}

function reportPath(draft: Draft, index: number): void {
  const text = draft.libvirt.leave_out?.[index] ?? ''
  draft.findings.push({
    code: 'leave-out.path',
    severity: 'error',
    path: ['libvirt', 'leave_out', index],
    message: `'${text}' is not the path of a key. Write one such as vcpu.placement or devices.graphics[0].listen; a list is emptied with [], and a device that vmwright adds is left out by its name: ${madeDevices.join(', ')}.`,
  })
}

/** What the author says of a device that is left out has no use, which is easily overlooked. */
function reportUnused(path: Path, draft: Draft): void {
  const name = path.length === 1 ? madeDeviceNamed(path[0]) : undefined
  const { network, ssh } = draft.spec
  if (name === undefined || (name === 'first_interface' && network === undefined && ssh?.port === undefined))
    return
  const index = (draft.libvirt.leave_out ?? []).indexOf(name)
  draft.findings.push({
    code: 'leave-out.unused',
    severity: name === 'seed_disk' ? 'warning' : 'advice',
    path: ['libvirt', 'leave_out', index],
    message: `${withoutUse[name]} Take ${name} out of leave_out to have it again.`,
  })
}

const withoutUse: Readonly<Record<MadeDevice, string>> = {
  root_disk: 'The disk that is made of the source is left out of the machine.',
  installer_disk: 'The installer’s CD is left out of the machine.',
  drivers_disk: 'The CD with drivers for the installer is left out of the machine.',
  answers_disk: 'The CD with the answers is left out of the machine: the installer asks its questions.',
  seed_disk:
    'The cloud-init seed is left out of the machine: what cloud_init and ssh say does not reach the guest.',
  first_interface:
    'The interface that is made of network is left out of the machine, and with it its port forwards.',
}

/** Where the devices and items stand in the Domain that the paths name; the others are paths of keys. */
function leftItems(paths: readonly Path[], domain: Domain, draft: Draft): ReadonlyMap<Path, Path> {
  const items = new Map<Path, Path>()
  const indexes = new Map<unknown, ReadonlyMap<unknown, number>>()
  for (const path of paths) {
    const made = path.length === 1 ? madeDeviceNamed(path[0]) : undefined
    if (made !== undefined) {
      const place = draft.made.get(made)
      if (place !== undefined) items.set(path, place)
      continue
    }
    const list = path.slice(0, -1)
    const held = valueAt(domain, list)
    if (!Array.isArray(held)) continue
    const byName = indexes.get(held) ?? indexesByName(held)
    indexes.set(held, byName)
    const index = byName.get(path.at(-1))
    if (index !== undefined) items.set(path, [...list, index])
  }
  return items
}

/** Of two items of one name the first. */
function indexesByName(list: readonly unknown[]): ReadonlyMap<unknown, number> {
  const indexes = new Map<unknown, number>()
  for (const [index, item] of list.entries())
    if (isRecord(item) && !indexes.has(item['name'])) indexes.set(item['name'], index)
  return indexes
}

/** None when the device that it is of is not made. */
function keyAt(path: Path, draft: Draft): Path[] {
  const made = madeDeviceNamed(path[0])
  if (made === undefined) return [path]
  const device = draft.made.get(made)
  return device === undefined ? [] : [[...device, ...path.slice(1)]]
}

/** What is left out needs no reason. */
function forget(draft: Draft, gone: Places): void {
  replaceAll(
    draft.notes,
    draft.notes.filter((note) => !isAmong(note.path, gone)),
  )
}

/** The items behind one that is left out have other places then. */
function closeUp(draft: Draft, gone: Places): void {
  replaceAll(
    draft.origins,
    draft.origins
      .filter(({ domain }) => !isAmong(domain, gone))
      .map((origin) => ({ ...origin, domain: movedUp(origin.domain, gone) })),
  )
  replaceAll(
    draft.notes,
    draft.notes.map((note) => ({ ...note, path: movedUp(note.path, gone) })),
  )
  for (const [name, place] of draft.made) {
    if (isAmong(place, gone)) draft.made.delete(name)
    else draft.made.set(name, movedUp(place, gone))
  }
}

/** One by one: an argument for each of very many would be too many for a call. */
function replaceAll<T>(list: T[], by: readonly T[]): void {
  list.length = 0
  for (const item of by) list.push(item)
}

function isEmptyList(held: unknown): boolean {
  return Array.isArray(held) && held.length === 0
}
