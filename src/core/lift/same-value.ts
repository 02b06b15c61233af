/** Comparing two values of one shape: a key that is undefined is a key that is not there. */
import type { Path } from '../finding.ts'
import { isRecord } from '../table/index.ts'

/** True when both say the same. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, index) => sameValue(item, right[index]))
  if (!isRecord(left) || !isRecord(right)) return false
  for (const key of Object.keys(left)) if (!sameValue(left[key], right[key])) return false
  for (const key of Object.keys(right)) if (right[key] !== undefined && left[key] === undefined) return false
  return true
}

/** The paths of what `more` has and `less` has not, each as short as it can be. */
export function missingFrom(less: unknown, more: unknown, path: Path = []): Path[] {
  if (Array.isArray(less) && Array.isArray(more))
    return less.flatMap((item, index) => missingFrom(item, more[index], [...path, index]))
  if (!isRecord(less) || !isRecord(more)) return []
  return Object.keys(more).flatMap((key) => {
    if (more[key] === undefined) return []
    return less[key] === undefined ? [[...path, key]] : missingFrom(less[key], more[key], [...path, key])
  })
}
