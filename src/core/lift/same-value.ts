/** Comparing two values of one shape: a key that is undefined is a key that is not there. */
import type { Path } from '../finding.ts'
import { isRecord } from '../table/index.ts'
import { ownValue } from '../text/index.ts'

/** Items that were found to say the same: where many questions are asked of one Domain, most of it is the same object. */
export type KnownSame = WeakMap<object, unknown>

/**
 * True when both say the same.
 * @param known what is known by now, and is added to
 */
export function sameValue(left: unknown, right: unknown, known?: KnownSame): boolean {
  if (left === right) return true
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, index) => sameItem(item, right[index], known))
  if (!isRecord(left) || !isRecord(right)) return false
  for (const [key, value] of Object.entries(left))
    if (!sameValue(value, ownValue(right, key), known)) return false
  for (const [key, value] of Object.entries(right))
    if (value !== undefined && ownValue(left, key) === undefined) return false
  return true
}

function sameItem(left: unknown, right: unknown, known: KnownSame | undefined): boolean {
  if (known === undefined || !isRecord(left)) return sameValue(left, right, known)
  if (known.get(left) === right) return true
  const isSame = sameValue(left, right, known)
  if (isSame) known.set(left, right)
  return isSame
}

/** The paths of what `more` has and `less` has not, each as short as it can be. */
export function missingFrom(less: unknown, more: unknown): Path[] {
  const found: Path[] = []
  // One path for all places: of most nothing is missing.
  const path: (string | number)[] = []
  const visit = (one: unknown, other: unknown) => {
    if (Array.isArray(one) && Array.isArray(other)) {
      for (const [index, item] of one.entries()) {
        path.push(index)
        visit(item, other[index])
        path.pop()
      }
    } else if (isRecord(one) && isRecord(other)) {
      for (const [key, wanted] of Object.entries(other)) {
        if (wanted === undefined) continue
        path.push(key)
        const held = ownValue(one, key)
        if (held === undefined) found.push([...path])
        else visit(held, wanted)
        path.pop()
      }
    }
  }
  visit(less, more)
  return found
}
