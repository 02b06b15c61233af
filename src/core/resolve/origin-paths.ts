/** Between the Domain and the spec: the origins that resolve left, read in both directions. */
import type { Path } from '../finding.ts'
import { startsWith } from '../path.ts'
import type { Origin } from './resolved.ts'

/** The origin of a place of the Domain: the nearest one around it; undefined for what nobody but resolve said. */
export function originOf(path: Path, origins: readonly Origin[]): Origin | undefined {
  let place: Place | undefined = placesOf(origins)
  let nearest = place.origin
  for (const segment of path) {
    place = place.inside.get(String(segment))
    if (place === undefined) break
    nearest = place.origin ?? nearest
  }
  return nearest
}

/** The spec path that a place of the Domain comes from; without an origin it is said under `libvirt`. */
export function specPathOf(path: Path, origins: readonly Origin[]): Path {
  const origin = originOf(path, origins)
  if (origin !== undefined) return [...origin.spec, ...path.slice(origin.domain.length)]
  return path.length === 0 ? path : ['libvirt', ...path]
}

/** The places of the Domain that a spec path becomes; several when it is written more than once. */
export function domainPathsOf(path: Path, origins: readonly Origin[]): readonly Path[] {
  const around = origins.filter(({ spec }) => startsWith(path, spec))
  const nearest = Math.max(0, ...around.map(({ spec }) => spec.length))
  const places = origins
    .filter(({ spec }) =>
      spec.length > path.length ? startsWith(spec, path) : spec.length === nearest && startsWith(path, spec),
    )
    .map(({ domain, spec }) => [...domain, ...path.slice(spec.length)])
  if (places.length > 0) return places
  return path[0] === 'libvirt' ? [path.slice(1)] : []
}

/** A place of the Domain, and those inside it that have origins. */
interface Place {
  origin: Origin | undefined
  readonly inside: Map<string, Place>
}

const placesOfOrigins = new WeakMap<readonly Origin[], Place>()

function placesOf(origins: readonly Origin[]): Place {
  const held = placesOfOrigins.get(origins)
  if (held !== undefined) return held
  const root: Place = { origin: undefined, inside: new Map() }
  for (const origin of origins) {
    let place = root
    for (const segment of origin.domain) {
      const inner: Place = place.inside.get(String(segment)) ?? { origin: undefined, inside: new Map() }
      place.inside.set(String(segment), inner)
      place = inner
    }
    // A place that has several origins keeps the first.
    place.origin ??= origin
  }
  placesOfOrigins.set(origins, root)
  return root
}
