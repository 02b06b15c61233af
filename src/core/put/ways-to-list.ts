/** Ways to say that a list has other items: each item stays where the author said it, if it can. */
import type { Path } from '../finding.ts'
import { samePath, valueAt } from '../path.ts'
import { madeDeviceAt, madeDeviceList, madeDevices, originOf, type Resolved } from '../resolve/index.ts'
import { applyChanges, type VmSpec } from '../spec/index.ts'
import { isRecord } from '../table/index.ts'
import type { Place } from './differences.ts'
import { leavingOut } from './left-out.ts'
import { matchItems } from './match-items.ts'
import { isRawXml } from './raw-xml.ts'

/** Specs that say the list of `place`, the one that changes least first. */
export function waysToList(spec: VmSpec, { path, wanted }: Place, resolved: Resolved): VmSpec[] {
  const now = valueAt(resolved.domain, path)
  const items: readonly unknown[] = Array.isArray(now) ? now : []
  const target: readonly unknown[] = Array.isArray(wanted) ? wanted : []
  const own = ownList(path, resolved)
  const homes = items.map((_, index) => homeOf([...path, index], own, index, items.length, resolved))
  const list: List = { path, own, items, target, homes, from: matchItems(items, target) }
  return [
    ...elsewhereKept(spec, list, resolved),
    ...allOwn(spec, list, resolved),
    ...named(spec, list),
    ...withoutMade(spec, list),
  ]
}

interface List {
  readonly path: Path
  /** Where the author's own items are said. */
  readonly own: Path
  readonly items: readonly unknown[]
  readonly target: readonly unknown[]
  /** Where each item of now is said; undefined for what only resolve says. */
  readonly homes: readonly (Path | undefined)[]
  /** The item of now that each wanted one was. */
  readonly from: readonly (number | undefined)[]
}

function ownList(path: Path, { origins }: Resolved): Path {
  const around = originOf(path, origins)
  if (around === undefined || around.spec[0] !== 'libvirt' || isRawXml(around.spec))
    return ['libvirt', ...path]
  return [...around.spec, ...path.slice(around.domain.length)]
}

/** Lists of devices have an origin for each item; of any other list the author's items come first. */
function homeOf(
  place: Path,
  own: Path,
  index: number,
  count: number,
  { origins, design }: Resolved,
): Path | undefined {
  const exact = origins.filter(({ domain }) => samePath(domain, place)).map(({ spec }) => spec)
  const best = exact.find((spec) => spec[0] === 'libvirt') ?? exact[0]
  if (best !== undefined) return best
  const said = valueAt(design.spec, own)
  const length = Array.isArray(said) ? said.length : 0
  return length <= count && index < length ? [...own, index] : undefined
}

/** Only the author's own list changes; what comes from elsewhere stays there, or is left out. */
function elsewhereKept(spec: VmSpec, list: List, resolved: Resolved): VmSpec[] {
  const isElsewhere = (index: number | undefined) => {
    const home = index === undefined ? undefined : list.homes[index]
    return home !== undefined && !isIn(home, list.own)
  }
  const items = list.target.flatMap((item, index) => {
    const from = list.from[index]
    return isElsewhere(from) ? [] : [saidItem(spec, list, from, item)]
  })
  const gone = list.homes.flatMap((home, index) =>
    home !== undefined && isElsewhere(index) && !list.from.includes(index) ? [home] : [],
  )
  return withOwn(spec, list, items).flatMap((way) => without(way, gone, resolved))
}

/** The whole list is said by the author; whatever else there was is left out. */
function allOwn(spec: VmSpec, list: List, resolved: Resolved): VmSpec[] {
  const items = list.target.map((item, index) => saidItem(spec, list, list.from[index], item))
  const elsewhere = list.homes.flatMap((home) => (home !== undefined && !isIn(home, list.own) ? [home] : []))
  return withOwn(spec, list, items).flatMap((way) => without(way, elsewhere, resolved))
}

/** Items that resolve adds to a list of the author's are left out by their names. */
function named(spec: VmSpec, list: List): VmSpec[] {
  const gone = list.items.filter((_, index) => list.homes[index] === undefined && !list.from.includes(index))
  const names = gone.flatMap((item) =>
    isRecord(item) && typeof item['name'] === 'string' ? [item['name']] : [],
  )
  if (names.length === 0) return []
  const items = list.target.map((item, index) => saidItem(spec, list, list.from[index], item))
  return withOwn(spec, list, items).map((way) =>
    names.reduce((left, name) => leavingOut(left, [...list.path, name]), way),
  )
}

/** Without items of the author's, resolve might make a device again that they stood in the place of. */
function withoutMade(spec: VmSpec, list: List): VmSpec[] {
  const made = madeDevices.filter((name) => samePath(madeDeviceList(name), list.path))
  if (made.length === 0) return []
  const items = list.target.map((item, index) => saidItem(spec, list, list.from[index], item))
  return withOwn(spec, list, items).map((way) => made.reduce((left, name) => leavingOut(left, [name]), way))
}

/** An item in the author's words when it was there, else as it is wanted. */
function saidItem(spec: VmSpec, { homes, own }: List, from: number | undefined, item: unknown): unknown {
  const home = from === undefined ? undefined : homes[from]
  return home !== undefined && isIn(home, own) ? valueAt(spec, home) : item
}

/** A list without items is not said at all, or said to be empty where resolve would begin one. */
function withOwn(spec: VmSpec, { own }: List, items: readonly unknown[]): VmSpec[] {
  const values = items.length === 0 ? [undefined, []] : [items]
  return values.map((value) =>
    sameItems(valueAt(spec, own), value) ? spec : applyChanges(spec, [{ path: own, value }]),
  )
}

function sameItems(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other
  return one.length === other.length && one.every((item, index) => item === other[index])
}

/** None when an item stands in raw XML, which has no place for a change. */
function without(spec: VmSpec, homes: readonly Path[], resolved: Resolved): VmSpec[] {
  if (homes.some(isRawXml)) return []
  let left = spec
  // From the end, so that no index moves.
  for (const home of homes.toReversed()) {
    const made = madeDeviceAt(home)
    if (made !== undefined) left = leavingOut(left, [made])
    else if (home[0] === 'libvirt') left = applyChanges(left, [{ path: home }])
    else left = leavingOut(left, [...(resolved.origins.find(({ spec }) => spec === home)?.domain ?? [])])
  }
  return [left]
}

function isIn(home: Path, list: Path): boolean {
  return home.length === list.length + 1 && samePath(home.slice(0, -1), list)
}
