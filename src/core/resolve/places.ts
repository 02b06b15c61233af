/** Many places of plain data at once: what is there without them, and where everything else is then. */
import type { Path, PathSegment } from '../finding.ts'
import { isRecord } from '../table/index.ts'

/** A place, whether it goes as a whole, and the places inside it of which something goes. */
export interface Places {
  goes: boolean
  readonly inside: Map<PathSegment, Places>
  /** The indexes that go, from the first to the last; worked out when they are first needed. */
  indexes?: readonly number[]
}

/** The places that the paths lead to. */
export function placesOf(paths: readonly Path[]): Places {
  const root: Places = { goes: false, inside: new Map() }
  for (const path of paths) {
    let place = root
    for (const segment of path) {
      const inner: Places = place.inside.get(segment) ?? { goes: false, inside: new Map() }
      place.inside.set(segment, inner)
      place = inner
    }
    place.goes = true
  }
  return root
}

/** Whether a path is at one of the places or below one. */
export function isAmong(path: Path, places: Places): boolean {
  let place: Places | undefined = places
  for (const segment of path) {
    place = place.inside.get(segment)
    if (place === undefined) return false
    if (place.goes) return true
  }
  return false
}

/** The path to what stands at this one, once the places are gone; it is not among them. */
export function movedUp(path: Path, places: Places): Path {
  let place: Places | undefined = places
  return path.map((segment) => {
    const here: Places | undefined = place
    place = here?.inside.get(segment)
    return typeof segment === 'number' && here !== undefined ? segment - goneBefore(segment, here) : segment
  })
}

function goneBefore(index: number, list: Places): number {
  list.indexes ??= [...list.inside]
    .flatMap(([segment, { goes }]) => (goes && typeof segment === 'number' ? [segment] : []))
    .sort((one, other) => one - other)
  let low = 0
  let high = list.indexes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list.indexes[middle] ?? index) < index) low = middle + 1
    else high = middle
  }
  return low
}

/** The same value without what is at the path; a list keeps its other items. */
export function without(held: unknown, path: Path): unknown {
  return withoutAll(held, [path])
}

/** The same value without what is at the paths, each of which names its place in the value as it is given. */
export function withoutAll(held: unknown, paths: readonly Path[]): unknown {
  return withoutPlaces(held, placesOf(paths))
}

/** The same for places; what nothing is taken from stays the same object. */
export function withoutPlaces(held: unknown, places: Places): unknown {
  if (places.goes) return undefined
  const { inside } = places
  if (Array.isArray(held)) {
    if (![...inside.keys()].some((index) => typeof index === 'number' && index in held)) return held
    return held.flatMap((item: unknown, index) => {
      const inner = inside.get(index)
      return inner === undefined ? [item] : inner.goes ? [] : [withoutPlaces(item, inner)]
    })
  }
  if (!isRecord(held)) return held
  const isThere = (key: PathSegment) => typeof key === 'string' && Object.hasOwn(held, key)
  if (![...inside.keys()].some(isThere)) return held
  return Object.fromEntries(
    Object.entries(held).flatMap(([key, item]) => {
      const inner = inside.get(key)
      return inner === undefined ? [[key, item]] : inner.goes ? [] : [[key, withoutPlaces(item, inner)]]
    }),
  )
}
