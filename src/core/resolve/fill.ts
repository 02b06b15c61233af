/** What a table of defaults says, put into a Domain that leaves it unsaid. */
import type { DeviceList, Devices, Item } from '../domain/index.ts'
import { formatPath, type Path } from '../finding.ts'
import { valueAt } from '../path.ts'
import { isRecord } from '../table/index.ts'
import { ownValue, setOwn } from '../text/index.ts'
import type { Default } from './default.ts'
import { deviceDefaults } from './device-defaults.ts'
import { type Draft, guestNote, note } from './draft.ts'

/**
 * Fills in what the Domain does not say, each with its note. What the author says of it has to be there already.
 *
 * @param defaults of several for one place the first that has a value
 */
export function fill(draft: Draft, defaults: readonly Default<Draft>[]): void {
  for (const one of defaults) {
    const path = segmentsOf(one.at)
    const [first = '', ...inner] = path
    const value = valueAt(draft.domain, path) === undefined ? one.value(draft) : undefined
    if (value === undefined) continue
    Object.assign(draft.domain, { [first]: withValueAt(ownValue(draft.domain, first), inner, value) })
    leaveNote(draft, one, draft, value, path, ['libvirt', ...path])
  }
}

/**
 * A device of the author's with what it leaves unsaid, before it is added to the end of its list.
 *
 * @param index its index in the list of the author's
 * @returns the same object when it says everything
 */
export function filled<K extends DeviceList>(
  draft: Draft,
  list: K,
  device: Item<Devices[K]>,
  index: number,
): Item<Devices[K]>
export function filled(draft: Draft, list: DeviceList, device: unknown, index: number): unknown {
  if (!isRecord(device)) return device
  let whole: Record<string, unknown> | undefined
  for (const one of ownValue(deviceDefaults, list) ?? nothing) {
    const so = whole ?? device
    const path = segmentsOf(one.at)
    const value = valueAt(so, path) === undefined ? one.value(so, draft.system) : undefined
    if (value === undefined) continue
    if (one.why !== undefined) {
      const own = ['devices', list]
      const place = [...own, draft.devices[list]?.length ?? 0, ...path]
      leaveNote(draft, one, so, value, place, ['libvirt', ...own, index, ...path])
    }
    whole ??= { ...device }
    const [first = '', ...inner] = path
    setOwn(whole, first, withValueAt(ownValue(whole, first), inner, value))
  }
  return whole ?? device
}

const nothing: readonly Default<unknown>[] = []

function leaveNote<Of>(draft: Draft, one: Default<Of>, of: Of, value: unknown, path: Path, spec: Path): void {
  const { what = `${path.at(-1)} ${value}`, why, otherwise = `Set ${formatPath(spec)}.` } = one
  const leave = one.ofGuest === true ? guestNote : note
  if (why !== undefined) leave(draft, path, textOf(what, of), textOf(why, of), otherwise)
}

function textOf<Of>(text: string | ((of: Of) => string), of: Of): string {
  return typeof text === 'string' ? text : text(of)
}

function withValueAt(held: unknown, [first, ...inner]: readonly string[], value: unknown): unknown {
  if (first === undefined) return value
  const map = isRecord(held) ? held : {}
  return { ...map, [first]: withValueAt(ownValue(map, first), inner, value) }
}

const segments = new Map<string, readonly string[]>()

/** Cut once: whoever lifts a Domain asks hundreds of times what a design resolves to. */
function segmentsOf(at: string): readonly string[] {
  const known = segments.get(at)
  if (known !== undefined) return known
  const made = at.split('.')
  segments.set(at, made)
  return made
}
