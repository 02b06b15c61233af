/** How one list became another, with as much kept as can be. */
import { appendAll } from '../text/index.ts'
import { equal } from './equal.ts'

/** What becomes of the items, in the order of the new list; removed ones stand where they were. */
export type ItemChange =
  | { readonly kind: 'keep' | 'change'; readonly from: number; readonly to: number }
  | { readonly kind: 'remove'; readonly from: number }
  | { readonly kind: 'insert'; readonly to: number }

/** Longer lists are compared item by item, which takes linear time. */
const longestCompared = 400

/** The changes from one list to another. What is neither equal nor left over is a change of one item. */
export function listChanges(before: readonly unknown[], after: readonly unknown[]): ItemChange[] {
  let start = 0
  while (start < before.length && start < after.length && equal(before[start], after[start])) start++
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && equal(before.at(-1 - end), after.at(-1 - end))) end++
  const oldMiddle = before.slice(start, before.length - end)
  const newMiddle = after.slice(start, after.length - end)
  const changes: ItemChange[] = []
  for (let index = 0; index < start; index++) changes.push({ kind: 'keep', from: index, to: index })
  appendAll(changes, middleChanges(oldMiddle, newMiddle, start))
  for (let index = end; index > 0; index--)
    changes.push({ kind: 'keep', from: before.length - index, to: after.length - index })
  return changes
}

function middleChanges(before: readonly unknown[], after: readonly unknown[], offset: number): ItemChange[] {
  const changes: ItemChange[] = []
  let from = 0
  let to = 0
  const gapUntil = (fromEnd: number, toEnd: number) => {
    for (; from < fromEnd && to < toEnd; from++, to++)
      changes.push({ kind: 'change', from: offset + from, to: offset + to })
    for (; from < fromEnd; from++) changes.push({ kind: 'remove', from: offset + from })
    for (; to < toEnd; to++) changes.push({ kind: 'insert', to: offset + to })
  }
  for (const [oldIndex, newIndex] of commonItems(before, after)) {
    gapUntil(oldIndex, newIndex)
    changes.push({ kind: 'keep', from: offset + from++, to: offset + to++ })
  }
  gapUntil(before.length, after.length)
  return changes
}

/** The longest common subsequence, as pairs of indexes. */
function commonItems(before: readonly unknown[], after: readonly unknown[]): [number, number][] {
  if (before.length > longestCompared || after.length > longestCompared) return []
  const width = after.length + 1
  const lengths = new Uint16Array((before.length + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  const same = before.map((item) => after.map((other) => equal(item, other)))
  for (let row = before.length - 1; row >= 0; row--)
    for (let column = after.length - 1; column >= 0; column--)
      lengths[row * width + column] = same[row]?.[column]
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1))
  const pairs: [number, number][] = []
  let row = 0
  let column = 0
  while (row < before.length && column < after.length) {
    if (same[row]?.[column]) pairs.push([row++, column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return pairs
}
