/** What resolve says by itself, taken out of a spec that says too much. */
import type { Domain } from '../domain/index.ts'
import type { Path, PathSegment } from '../finding.ts'
import { without } from '../resolve/index.ts'
import type { VmSpec } from '../spec/index.ts'
import { isRecord } from '../table/index.ts'
import { sameValue } from './same-value.ts'

/** A path in which `each` stands for every item of a list. */
type Pattern = readonly (PathSegment | typeof each)[]
const each = Symbol('each')

/**
 * The spec without whatever resolve says by itself, from the outside in. Each path is tried alone, and only left out
 * when the Domain stays the same. Those of many like items are asked for together first: what does not come back when
 * all are gone does not come back when one is gone.
 *
 * @param resolved the Domain that a spec resolves to
 */
export function pruned(spec: VmSpec, target: Domain, resolved: (spec: VmSpec) => Domain): VmSpec {
  let left = spec
  const visit = (pattern: Pattern) => {
    const paths = matching(left, pattern)
    for (const path of comingBack(left, paths, target, resolved).reverse()) {
      const shorter = withoutPath(left, path)
      if (shorter && sameValue(resolved(shorter), target)) left = shorter
    }
    for (const deeper of below(left, pattern)) visit(deeper)
  }
  for (const key of Object.keys(spec)) if (key !== 'source') visit([key])
  return left
}

/** Those of the paths that resolve says again when all of them are gone. */
function comingBack(
  spec: VmSpec,
  paths: readonly Path[],
  target: Domain,
  resolved: (spec: VmSpec) => Domain,
): Path[] {
  if (paths.length < 2 || paths[0]?.[0] !== 'libvirt') return [...paths]
  let bare: VmSpec | undefined = spec
  for (const path of [...paths].reverse()) bare = bare && withoutPath(bare, path)
  const domain = bare && resolved(bare)
  return paths.filter((path) => valueAt(domain, inDomain(path, spec, target)) !== undefined)
}

/** The Domain has the author's items behind those that resolve puts first. */
function inDomain(path: Path, spec: VmSpec, target: Domain): Path {
  const [, ...keys] = path
  return keys.map((segment, index) => {
    if (typeof segment !== 'number') return segment
    const said = valueAt(spec, path.slice(0, index + 1))
    const there = valueAt(target, keys.slice(0, index))
    return Array.isArray(said) && Array.isArray(there) ? segment + there.length - said.length : segment
  })
}

function matching(held: unknown, [first, ...deeper]: Pattern, above: Path = []): Path[] {
  if (first === undefined) return held === undefined ? [] : [above]
  if (first === each)
    return Array.isArray(held) ? held.flatMap((item, index) => matching(item, deeper, [...above, index])) : []
  return isRecord(held) ? matching(held[first], deeper, [...above, first]) : []
}

/** The patterns one step further in. */
function below(spec: VmSpec, pattern: Pattern): Pattern[] {
  const values = matching(spec, pattern).map((path) => valueAt(spec, path))
  const keys = new Set(values.flatMap((held) => (isRecord(held) ? Object.keys(held) : [])))
  keys.delete('$rest')
  const further = [...keys].map((key) => [...pattern, key])
  return values.some((held) => Array.isArray(held)) ? [[...pattern, each], ...further] : further
}

function withoutPath(spec: VmSpec, path: Path): VmSpec | undefined {
  const left = without(spec, path)
  return isRecord(left) ? left : undefined
}

function valueAt(held: unknown, path: Path): unknown {
  let at = held
  for (const segment of path) {
    if (Array.isArray(at) && typeof segment === 'number') at = at[segment]
    else if (isRecord(at) && typeof segment === 'string') at = at[segment]
    else return undefined
  }
  return at
}
