/** Replacements in a text, collected first and made at once. */

/** The text from `start` to `end` (exclusive) becomes `text`. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * The text with all edits made; of several insertions at one place the first one comes first.
 *
 * @returns undefined when edits are in each other's way
 */
export function applyEdits(text: string, edits: readonly Edit[]): string | undefined {
  const sorted = edits.toSorted(
    (a, b) => a.start - b.start || Number(a.end > a.start) - Number(b.end > b.start),
  )
  let changed = ''
  let at = 0
  for (const edit of sorted) {
    if (edit.start < at) return undefined
    changed += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return changed + text.slice(at)
}

/** Where the line of an offset starts. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** Where the line after the one of an offset starts. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end + 1
}

/** The lines of comment directly above an offset that starts a line, not above `floor`: where they start. */
export function commentAbove(text: string, offset: number, floor: number): number {
  let start = offset
  while (start > floor) {
    const above = lineStart(text, start - 1)
    if (above < floor || !/^[ \t]*#/.test(text.slice(above, start))) break
    start = above
  }
  return start
}
