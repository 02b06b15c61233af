/** From one text to the next with as few changed lines as are quickly found: an editor keeps its place and its marks. */

/** Replaces `count` lines from `start` (from 0, in the old text) by `lines`. */
export interface LineEdit {
  readonly start: number
  readonly count: number
  readonly lines: readonly string[]
}

/** Above this many pairs of lines the middle is replaced as a whole: comparing it would cost a frame. */
const mostPairs = 40_000

/** The edits that turn `before` into `after`, from top to bottom; none of them touch each other. */
export function minimalEdits(before: readonly string[], after: readonly string[]): readonly LineEdit[] {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  const old = before.slice(head, before.length - tail)
  const now = after.slice(head, after.length - tail)
  if (old.length === 0 && now.length === 0) return []
  if (old.length === 0 || now.length === 0 || old.length * now.length > mostPairs)
    return [{ start: head, count: old.length, lines: now }]
  return compare(old, now).map((edit) => ({ ...edit, start: edit.start + head }))
}

/** By the longest common subsequence; both texts are short. */
function compare(old: readonly string[], now: readonly string[]): LineEdit[] {
  const width = now.length + 1
  const longest = new Uint32Array((old.length + 1) * width)
  const at = (row: number, column: number) => longest[row * width + column] ?? 0
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = now.length - 1; column >= 0; column -= 1)
      longest[row * width + column] =
        old[row] === now[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))

  const edits: LineEdit[] = []
  let row = 0
  let column = 0
  while (row < old.length || column < now.length) {
    const start = row
    const from = column
    while ((row < old.length || column < now.length) && old[row] !== now[column]) {
      if (row < old.length && (column >= now.length || at(row + 1, column) >= at(row, column + 1))) row += 1
      else column += 1
    }
    if (row > start || column > from)
      edits.push({ start, count: row - start, lines: now.slice(from, column) })
    row += 1
    column += 1
  }
  return edits
}
