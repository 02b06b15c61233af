/** What resolve says by itself, taken out of a spec that says too much. */
import type { Domain } from '../domain/index.ts'
import type { Path, PathSegment } from '../finding.ts'
import { valueAt } from '../path.ts'
import { defaultPlaces, each, mayBeFilledIn, type Pattern, withoutAll } from '../resolve/index.ts'
import type { VmSpec } from '../spec/index.ts'
import { isRecord } from '../table/index.ts'
import { ownValue } from '../text/index.ts'
import { type KnownSame, sameValue } from './same-value.ts'

/**
 * The spec without whatever resolve says by itself: first what its tables of defaults say again, all at once, then the
 * rest from the outside in. What goes is only left out when the Domain stays the same. Like places of many like items are one question, so that the number of questions is that of the
 * places that resolve fills in, however many devices there are.
 *
 * @param resolved the Domain that a spec resolves to
 * @param mayGo the patterns that are worth a question
 */
export function pruned(
  spec: VmSpec,
  target: Domain,
  resolved: (spec: VmSpec) => Domain,
  mayGo: (pattern: Pattern) => boolean = mayBeFilledIn,
): VmSpec {
  const asking: Asking = { target, resolved, known: new WeakMap() }
  let left = withoutDefaults(spec, asking)
  const visit = (pattern: Pattern) => {
    if (!mayGo(pattern)) return
    left = withoutPattern(left, pattern, asking)
    for (const deeper of below(left, pattern)) visit(deeper)
  }
  for (const key of Object.keys(spec)) if (key !== 'source') visit([key])
  return left
}

/** What all questions of one spec have in common. */
interface Asking {
  readonly target: Domain
  readonly resolved: (spec: VmSpec) => Domain
  readonly known: KnownSame
}

/** The spec without the values of the tables of defaults that come back when all of them are gone. */
function withoutDefaults(spec: VmSpec, asking: Asking): VmSpec {
  const { target, resolved, known } = asking
  const said = defaultPlaces.flatMap((pattern) => matching(spec, pattern))
  const bare = withoutPaths(spec, said)
  if (said.length === 0 || bare === undefined) return spec
  const now = resolved(bare)
  const comesBack = ([, ...path]: Path) => {
    const [whole, list] = path
    const index = path[2]
    if (typeof index !== 'number') return sameValue(valueAt(now, path), valueAt(target, path))
    // One default of a device may hang on another: it is compared as a whole.
    const place = [whole ?? '', list ?? '']
    const [own, there] = [valueAt(spec.libvirt, place), valueAt(target, place)]
    // The Domain has the author's items behind those that resolve puts first.
    const first = Array.isArray(own) && Array.isArray(there) ? there.length - own.length : 0
    const at = [...place, index + first]
    return sameValue([valueAt(now, at)], [valueAt(target, at)], known)
  }
  return withoutNeedless(spec, said.filter(comesBack), asking)
}

/** The spec without those values at the pattern that resolve says by itself. */
function withoutPattern(spec: VmSpec, pattern: Pattern, asking: Asking): VmSpec {
  const { target, resolved, known } = asking
  const values = valuesAt(spec, pattern)
  if (values.length < 2) return withoutNeedless(spec, matching(spec, pattern), asking)
  // The other words of vm.yml that hold a list were said by a shorter way, each item from one of the Domain's.
  if (pattern[0] !== 'libvirt') return spec
  const bare = withoutAllAt(spec, pattern)
  if (!isRecord(bare)) return spec
  const domain = resolved(bare)
  const paths = comingBack(spec, pattern, asking, domain)
  if (paths.length === values.length && sameValue(domain, target, known)) return bare
  return withoutNeedless(spec, paths, asking)
}

/** All of the paths at once; when the Domain changes by that, the halves, the later one first. */
function withoutNeedless(spec: VmSpec, paths: readonly Path[], asking: Asking): VmSpec {
  const { target, resolved, known } = asking
  if (paths.length === 0) return spec
  const shorter = withoutPaths(spec, paths)
  if (shorter && sameValue(resolved(shorter), target, known)) return shorter
  if (paths.length === 1) return spec
  const middle = Math.ceil(paths.length / 2)
  const left = withoutNeedless(spec, paths.slice(middle), asking)
  return withoutNeedless(left, paths.slice(0, middle), asking)
}

/**
 * Where resolve says the same again when everything at the pattern is gone: what an item is completed with does not
 * depend on its neighbours. The innermost item around the place is compared, not the value alone.
 *
 * @param bare the Domain without what is at the pattern
 */
function comingBack(
  spec: VmSpec,
  pattern: Pattern,
  { target, known }: Asking,
  bare: Domain,
): readonly Path[] {
  const found: Path[] = []
  const visit = (
    said: unknown,
    there: unknown,
    now: unknown,
    at: number,
    path: Path,
    isSame: () => boolean,
  ) => {
    const segment = pattern[at]
    if (segment === undefined) {
      if (said !== undefined && isSame()) found.push(path)
    } else if (segment !== each) {
      if (!isRecord(said)) return
      const inner = [valueIn(there, segment), valueIn(now, segment)] as const
      visit(valueIn(said, segment), inner[0], inner[1], at + 1, [...path, segment], isSame)
    } else if (Array.isArray(said)) {
      // The Domain has the author's items behind those that resolve puts first.
      const first = Array.isArray(there) ? there.length - said.length : 0
      for (const [index, item] of said.entries()) {
        const [wanted, again] = [valueIn(there, index + first), valueIn(now, index + first)]
        const isSameItem = () => again !== undefined && sameValue([again], [wanted], known)
        visit(item, wanted, again, at + 1, [...path, index], isSameItem)
      }
    }
  }
  // Without a list there would be one place, which is asked for by itself.
  visit(spec.libvirt, target, bare, 1, ['libvirt'], () => sameValue(bare, target, known))
  return found
}

function matching(held: unknown, [first, ...deeper]: Pattern, above: Path = []): Path[] {
  if (first === undefined) return held === undefined ? [] : [above]
  if (first === each)
    return Array.isArray(held) ? held.flatMap((item, index) => matching(item, deeper, [...above, index])) : []
  return isRecord(held) ? matching(ownValue(held, first), deeper, [...above, first]) : []
}

/** What stands at the pattern. */
function valuesAt(held: unknown, pattern: Pattern): readonly unknown[] {
  let values: unknown[] = [held]
  for (const segment of pattern)
    values = values.flatMap((value) => {
      if (segment === each) return Array.isArray(value) ? value : []
      return isRecord(value) ? [ownValue(value, segment)] : []
    })
  return values.filter((value) => value !== undefined)
}

/** The same value without what is at the pattern; what nothing is taken from stays the same object. */
function withoutAllAt(held: unknown, pattern: Pattern, at = 0): unknown {
  const segment = pattern[at]
  if (segment === undefined) return undefined
  if (segment === each) {
    if (!Array.isArray(held)) return held
    return at === pattern.length - 1 ? [] : held.map((item: unknown) => withoutAllAt(item, pattern, at + 1))
  }
  if (!isRecord(held) || !Object.hasOwn(held, segment)) return held
  const { [segment]: value, ...rest } = held
  return at < pattern.length - 1 ? { ...held, [segment]: withoutAllAt(value, pattern, at + 1) } : rest
}

/** The patterns one step further in. */
function below(spec: VmSpec, pattern: Pattern): Pattern[] {
  const values = valuesAt(spec, pattern)
  const keys = new Set<string>()
  for (const held of values) if (isRecord(held)) for (const key of Object.keys(held)) keys.add(key)
  keys.delete('$rest')
  const further = [...keys].map((key) => [...pattern, key])
  return values.some((held) => Array.isArray(held)) ? [[...pattern, each], ...further] : further
}

function withoutPaths(spec: VmSpec, paths: readonly Path[]): VmSpec | undefined {
  const left = withoutAll(spec, paths)
  return isRecord(left) ? left : undefined
}

function valueIn(held: unknown, segment: PathSegment): unknown {
  if (Array.isArray(held) && typeof segment === 'number') return held[segment]
  return isRecord(held) && typeof segment === 'string' ? ownValue(held, segment) : undefined
}
