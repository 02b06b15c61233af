/** XML of the author's, said in the tables' words instead, so that a part of it can be changed. */
import type { Path } from '../finding.ts'
import { samePath, startsWith, valueAt } from '../path.ts'
import type { Origin, Resolved } from '../resolve/index.ts'
import { applyChanges, type VmSpec } from '../spec/index.ts'

/** The snippet, or the XML merged in, that a place of the Domain comes from, or an item of the list there. */
export function rawXmlAt(place: Path, { origins }: Resolved): Path | undefined {
  const isThere = (domain: Path) =>
    startsWith(place, domain) || (domain.length === place.length + 1 && startsWith(domain, place))
  return origins.find(({ domain, spec }) => isRawXml(spec) && isThere(domain))?.spec
}

export function isRawXml(spec: Path): boolean {
  return spec[0] === 'libvirt' && (spec[1] === 'snippets' || spec[1] === 'xml_passthrough')
}

/** The spec with all that a piece of raw XML gives said in fields, and without that XML. */
export function inFields(spec: VmSpec, raw: Path, { origins, domain }: Resolved): VmSpec {
  const own = origins.filter((origin) => samePath(origin.spec, raw))
  let said = spec
  for (const { domain: place } of own) said = applyChanges(said, [sayingIt(said, place, domain)])
  return applyChanges(said, [{ path: raw }])
}

function sayingIt(spec: VmSpec, place: Origin['domain'], domain: unknown) {
  const value = valueAt(domain, place)
  if (typeof place.at(-1) !== 'number') return { path: ['libvirt', ...place], value }
  const list = ['libvirt', ...place.slice(0, -1)]
  const before = valueAt(spec, list)
  return { path: list, value: [...(Array.isArray(before) ? before : []), value] }
}
