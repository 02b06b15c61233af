/**
 * The known word closest to one that was mistyped, for messages such as "did you mean …".
 * Distance is optimal string alignment: one insertion, deletion, replacement or swap of neighbours each cost 1;
 * case and the difference between `-` and `_` cost nothing.
 */

/** Longer words are no typing mistakes of a key, and would cost quadratic time. */
const longestWord = 64

/**
 * @param word what was written
 * @param candidates the words that are known; of two that are equally near the first one wins
 * @returns the nearest candidate, or undefined when none is near enough to be meant (a third of the longer word)
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longestWord) return undefined
  const wanted = normalize(word)
  let best: string | undefined
  let bestDistance = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    if (candidate.length > longestWord) continue
    const known = normalize(candidate)
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, known.length) / 3))
    const limit = Math.min(allowed, bestDistance - 1)
    // The difference in length is a lower bound of the distance.
    if (Math.abs(wanted.length - known.length) > limit) continue
    const distance = editDistance(wanted, known)
    // Nothing in common is not a mistake: `x` is not a misspelling of `y`.
    if (distance > limit || distance >= Math.max(wanted.length, known.length)) continue
    best = candidate
    bestDistance = distance
    if (distance === 0) break
  }
  return best
}

/** The optimal string alignment distance of two words, in edits. */
export function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (beforePrevious[column - 2] ?? 0) + 1)
      }
      current.push(cost)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.length] ?? 0
}

function normalize(word: string): string {
  return word.toLowerCase().replaceAll('-', '_')
}
