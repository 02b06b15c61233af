/** Ways to say a changed value of the Domain in the design, the author's own words first. */
import type { Domain } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { startsWith, valueAt } from '../path.ts'
import { madeDeviceAt, type Resolved } from '../resolve/index.ts'
import { applyChanges, type VmSpec } from '../spec/index.ts'
import { formatSize, sizeInBytes } from '../table/index.ts'
import type { Place } from './differences.ts'
import { fits } from './fits.ts'
import { leaveOutPath, leavingOut, madeAround, notLeavingOut } from './left-out.ts'
import { inNaturalWords } from './natural-words.ts'
import { waysToList } from './ways-to-list.ts'

/** Specs that may say the place as it is wanted; which of them do, resolve decides. */
export function waysToSay(spec: VmSpec, place: Place, wanted: Domain, resolved: Resolved): VmSpec[] {
  const staying = notLeavingOut(spec, place.path, resolved)
  const starts = staying === spec ? [spec] : [staying, spec]
  const ways = starts.flatMap((start) => [
    ...(start === spec ? [] : [start]),
    ...inNaturalWords(start, place.path, wanted, firstInterface(resolved)),
    ...(place.kind === 'list'
      ? waysToList(start, place, resolved)
      : waysToValue(start, place, wanted, resolved)),
    ...onTopOfMade(start, place.path, wanted, resolved),
  ])
  return ways.filter((way) => way !== spec)
}

function waysToValue(spec: VmSpec, { path, wanted }: Place, target: Domain, resolved: Resolved): VmSpec[] {
  const ways: VmSpec[] = []
  const underLibvirt: VmSpec[] = []
  for (const from of specPathsOf(path, resolved)) {
    const size = typeof wanted === 'string' ? sizeInBytes(wanted, 1024) : undefined
    const values = size === undefined || from[0] === 'libvirt' ? [wanted] : [formatSize(size), wanted]
    for (const value of values) {
      if (!fits(from, value)) continue
      const way = applyChanges(spec, [{ path: from, value }])
      ways.push(way)
      if (from[0] === 'libvirt') underLibvirt.push(way)
    }
  }
  const added = addedList(path, spec)
  if (added !== undefined)
    ways.push(applyChanges(spec, [{ path: ['libvirt', ...added], value: valueAt(target, added) }]))
  if (wanted === undefined) {
    const out = leaveOutPath(path, resolved)
    // A word of the author's under `libvirt` goes with what it said; vm.yml's own words stay.
    ways.push(...underLibvirt.map((way) => leavingOut(way, out)), leavingOut(spec, out))
  }
  return ways
}

/** The list around a place that nobody but resolve says: it is said whole, since one item alone would take its place. */
function addedList(path: Path, spec: VmSpec): Path | undefined {
  const length = path.findIndex((segment) => typeof segment === 'number')
  const list = path.slice(0, length)
  return length > 0 && valueAt(spec, ['libvirt', ...list]) === undefined ? list : undefined
}

/** A list inside a device that resolve makes is said whole, since it takes the place of the one that is made. */
function onTopOfMade(spec: VmSpec, path: Path, wanted: Domain, resolved: Resolved): VmSpec[] {
  const made = madeAround(path, resolved)
  const first = made?.below.findIndex((segment) => typeof segment === 'number') ?? -1
  const length = first < 0 ? made?.below.length : first
  if (made === undefined || length === undefined || length === 0) return []
  const below = made.below.slice(0, length)
  const value = valueAt(wanted, path.slice(0, path.length - made.below.length + length))
  return [applyChanges(spec, [{ path: ['libvirt', made.name, ...below], value }])]
}

/** Where the author said it, the nearest place first: by the origins around it, or under `libvirt` by its own name. */
function specPathsOf(path: Path, { origins }: Resolved): Path[] {
  const around = origins.filter(({ domain }) => startsWith(path, domain))
  const nearestFirst = around.toSorted((one, other) => other.domain.length - one.domain.length)
  const said = nearestFirst.map(({ domain, spec }) => [...spec, ...path.slice(domain.length)])
  return [...said, ['libvirt', ...path]]
}

function firstInterface({ origins }: Resolved): Path | undefined {
  return origins.find(({ spec }) => spec.length === 2 && madeDeviceAt(spec) === 'first_interface')?.domain
}
