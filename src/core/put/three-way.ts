/** Two changes of one value brought together: what each changed, and nothing of what neither did. */
import { sameValue } from '../lift/index.ts'
import { isRecord } from '../table/index.ts'
import { ownValue } from '../text/index.ts'
import { matchItems } from './match-items.ts'

/**
 * The value with both changes in it.
 *
 * @param base what both began with
 * @param theirs one change of it; where both changed the same thing, it wins
 * @param ours the other change. What only it changed stays, and so does the very object where nothing else did
 */
export function mergeThreeWays<T>(base: T, theirs: T, ours: T): T
export function mergeThreeWays(base: unknown, theirs: unknown, ours: unknown): unknown {
  if (sameValue(base, theirs)) return ours
  if (sameValue(base, ours)) return theirs
  if (isRecord(base) && isRecord(theirs) && isRecord(ours)) return mergeMaps(base, theirs, ours)
  if (Array.isArray(base) && Array.isArray(theirs) && Array.isArray(ours))
    return mergeLists(base, theirs, ours)
  return theirs
}

type PlainMap = Readonly<Record<string, unknown>>

function mergeMaps(base: PlainMap, theirs: PlainMap, ours: PlainMap): PlainMap {
  const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)])
  const merged = [...keys].map(
    (key) => [key, mergeThreeWays(ownValue(base, key), ownValue(theirs, key), ownValue(ours, key))] as const,
  )
  return Object.fromEntries(merged.filter(([, held]) => held !== undefined))
}

/** Their order, with what we added after what it followed; what one took out and the other left alone is gone. */
function mergeLists(
  base: readonly unknown[],
  theirs: readonly unknown[],
  ours: readonly unknown[],
): readonly unknown[] {
  const fromTheirs = matchItems(base, theirs)
  const fromOurs = matchItems(base, ours)
  const oursOf = new Map(fromOurs.flatMap((from, index) => (from === undefined ? [] : [[from, index]])))
  /** What we added, by the index in `base` of what it follows; -1 for the beginning. */
  const added = new Map<number, unknown[]>()
  let follows = -1
  for (const [index, from] of fromOurs.entries()) {
    if (from !== undefined) follows = from
    else added.set(follows, [...(added.get(follows) ?? []), ours[index]])
  }
  const merged: unknown[] = [...(added.get(-1) ?? [])]
  added.delete(-1)
  for (const [index, from] of fromTheirs.entries()) {
    const item = theirs[index]
    if (from === undefined) {
      merged.push(item)
      continue
    }
    const own = oursOf.get(from)
    if (own !== undefined) merged.push(mergeThreeWays(base[from], item, ours[own]))
    else if (!sameValue(base[from], item)) merged.push(item)
    merged.push(...(added.get(from) ?? []))
    added.delete(from)
  }
  for (const items of added.values()) merged.push(...items)
  return merged
}
