/** Changes of plain data, as a fix carries them. What does not change stays the same object. */
import type { Change, Path } from '../finding.ts'

/**
 * The value with all changes made. Their paths are those of the value as it was given: what is set is set first, in
 * order, and what is removed is removed from the end and once, so that no index moves under another change.
 *
 * Maps and lists on the way are made where they are missing, a list where the next step is a number; an index beyond
 * the end appends. A map or list that a removal empties goes too, since it would say nothing; an item of a list stays.
 *
 * @param value a VmSpec, or any other plain data; it is not changed
 */
export function applyChanges<T>(value: T, changes: readonly Change[]): T
export function applyChanges(value: unknown, changes: readonly Change[]): unknown {
  const sets = changes.filter((change) => change.value !== undefined)
  const removals = changes.filter((change) => change.value === undefined).map((change) => change.path)
  let changed = value
  for (const { path, value: to } of sets) changed = setAt(changed, path, to)
  let removed: Path | undefined
  for (const path of removals.toSorted((a, b) => comparePaths(b, a))) {
    // Two changes may take the same item away; the next one, which moves up, is not meant.
    if (removed === undefined || comparePaths(removed, path) !== 0) changed = removeAt(changed, path)
    removed = path
  }
  return changed
}

function setAt(held: unknown, [first, ...deeper]: Path, value: unknown): unknown {
  if (first === undefined) return value
  const before = childAt(held, first)
  const after = setAt(before, deeper, value)
  if (after === before) return held
  if (typeof first !== 'number') return { ...asMap(held), [first]: after }
  const copy: unknown[] = Array.isArray(held) ? [...held] : []
  copy[Math.min(first, copy.length)] = after
  return copy
}

function removeAt(held: unknown, [first, ...deeper]: Path): unknown {
  if (first === undefined) return undefined
  const before = childAt(held, first)
  if (before === undefined) return held
  const after = removeAt(before, deeper)
  if (after === before) return held
  if (Array.isArray(held) && typeof first === 'number')
    return deeper.length === 0 ? held.toSpliced(first, 1) : held.with(first, after)
  if (after !== undefined && (deeper.length === 0 || !isEmpty(after)))
    return { ...asMap(held), [first]: after }
  return Object.fromEntries(Object.entries(asMap(held)).filter(([key]) => key !== String(first)))
}

function childAt(held: unknown, segment: string | number): unknown {
  if (typeof held !== 'object' || held === null || !Object.hasOwn(held, segment)) return undefined
  return Reflect.get(held, segment)
}

function asMap(held: unknown): object {
  return typeof held === 'object' && held !== null && !Array.isArray(held) ? held : {}
}

function isEmpty(held: unknown): boolean {
  return typeof held === 'object' && held !== null && Object.keys(held).length === 0
}

/** Indexes as numbers; a path before what is below it. */
function comparePaths(a: Path, b: Path): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const left = a[index] ?? 0
    const right = b[index] ?? 0
    if (left === right) continue
    if (typeof left === 'number' && typeof right === 'number') return left - right
    return String(left) < String(right) ? -1 : 1
  }
  return a.length - b.length
}
