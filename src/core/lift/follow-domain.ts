/**
 * From a design to the one that a changed Domain means, in the author's own words: what XML says nothing of (packages,
 * keys, where the image is from) stays, and a change is said where the author said it before.
 */
import type { Domain } from '../domain/index.ts'
import { type Change, formatPath, type Path } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import { type Origin, resolve } from '../resolve/index.ts'
import { applyChanges, type Design, type VmSpec } from '../spec/index.ts'
import { formatSize, isRecord, sizeInBytes } from '../table/index.ts'
import { lift } from './lift.ts'
import { missingFrom, sameValue } from './same-value.ts'

/** More places than this are another machine: it is lifted as one. */
const mostPlaces = 40

/**
 * The design, changed so that it resolves to `domain`.
 *
 * @param host the host that resolve will be given too
 * @returns the same object when the domain is what the design means already, comments aside
 */
export function followDomain(design: Design, domain: Domain, host: HostFacts | undefined): Design {
  const target: Domain = { ...domain, name: domain.name ?? design.name }
  return inTheAuthorsWords(design, target, host) ?? withWhatXmlDoesNotSay(design, lift(target, host), host)
}

function inTheAuthorsWords(
  { name, spec }: Design,
  target: Domain,
  host: HostFacts | undefined,
): Design | undefined {
  const start = { name: target.name ?? name, spec }
  let at = start
  let now = resolve(at, host)
  let places = differences(now.domain, target)
  if (places.length > mostPlaces) return undefined
  for (let round = 0; places.length > 0 && round <= mostPlaces; round += 1) {
    const place = places.find(({ isKept }) => !isKept) ?? places[0]
    if (!place) break
    const better = waysToSay(place, now.origins, at.spec).flatMap((changes) => {
      const design = { ...at, spec: applyChanges(at.spec, changes) }
      const resolved = resolve(design, host)
      const left = differences(resolved.domain, target)
      return left.length < places.length ? [{ design, resolved, left }] : []
    })
    const best = better.toSorted((one, other) => one.left.length - other.left.length)[0]
    if (!best) {
      // A comment or a spelling that no field holds is in the person's text, which is kept beside the design.
      if (places.every(({ isKept }) => isKept)) break
      return undefined
    }
    at = best.design
    now = best.resolved
    places = best.left
  }
  return at === start && start.name === name ? { name, spec } : at
}

interface Place {
  readonly path: Path
  readonly wanted: unknown
  /** True for what only says how something was written: comments, order, spelling. */
  readonly isKept: boolean
}

/** Where two domains differ, each place as deep as it can be; a list of another length is one place. */
function differences(now: unknown, wanted: unknown, path: Path = []): Place[] {
  if (sameValue(now, wanted)) return []
  const isRest = path.at(-1) === '$rest'
  if (Array.isArray(now) && Array.isArray(wanted) && now.length === wanted.length)
    return wanted.flatMap((item, index) => differences(now[index], item, [...path, index]))
  if (!isRest && isRecord(now) && isRecord(wanted)) {
    const keys = new Set([...Object.keys(now), ...Object.keys(wanted)])
    return [...keys].flatMap((key) => differences(now[key], wanted[key], [...path, key]))
  }
  return [{ path, wanted, isKept: isRest && saysNothing(now) && saysNothing(wanted) }]
}

/** True when nothing but comments, blanks, spelling and order is kept. */
function saysNothing(rest: unknown): boolean {
  if (!isRecord(rest)) return true
  const { attributes, children, inside } = rest
  const isComment = (child: unknown) => isRecord(child) && String(child['xml']).startsWith('<!--')
  return (
    attributes === undefined &&
    (!Array.isArray(children) || children.every(isComment)) &&
    (!isRecord(inside) || Object.values(inside).every(saysNothing))
  )
}

/** The changes that may say it, the author's own words first. */
function waysToSay({ path, wanted }: Place, origins: readonly Origin[], spec: VmSpec): (readonly Change[])[] {
  const ways: (readonly Change[])[] = []
  const below: Path = ['libvirt', ...path]
  for (const from of specPathsOf(path, origins)) {
    const size = typeof wanted === 'string' ? sizeInBytes(wanted, 1024) : undefined
    if (size !== undefined) ways.push([{ path: from, value: formatSize(size) }])
    ways.push([{ path: from, value: wanted }])
  }
  ways.push([{ path: below, value: wanted }])
  if (wanted === undefined) {
    const left = spec.libvirt?.leave_out ?? []
    ways.push([{ path: ['libvirt', 'leave_out'], value: [...left, formatPath(path)] }])
  }
  return ways
}

/** Where the author said it: by the nearest origins, with what is below them and as a whole. */
function specPathsOf(path: Path, origins: readonly Origin[]): Path[] {
  const around = origins.filter(({ domain }) => domain.every((segment, index) => segment === path[index]))
  const nearest = Math.max(0, ...around.map(({ domain }) => domain.length))
  return around
    .filter(({ domain }) => domain.length === nearest)
    .flatMap(({ domain, spec }) => [[...spec, ...path.slice(domain.length)], spec])
}

/** A lifted design with the rest of the author's: whatever does not change its domain. */
function withWhatXmlDoesNotSay(author: Design, lifted: Design, host: HostFacts | undefined): Design {
  const target = resolve(lifted, host).domain
  let spec: VmSpec = lifted.spec
  for (const [key, said] of Object.entries(author.spec)) {
    if (key === 'libvirt' || said === undefined || Object.hasOwn(spec, key)) continue
    const candidate: VmSpec = applyChanges(spec, [{ path: [key], value: said }])
    const { domain } = resolve({ ...lifted, spec: candidate }, host)
    if (missingFrom(target, domain).length === 0 && sameValue(domain, target)) spec = candidate
  }
  return { ...lifted, spec }
}
