import type { Position } from '../finding.ts'

/** Offsets of a text, in UTF-16 units, to lines and columns; `end` is exclusive. */
export function placesIn(text: string): (start: number, end: number) => Position {
  let starts: number[] | undefined
  const find = (offset: number): { line: number; column: number } => {
    starts ??= lineStarts(text)
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
  return (start, end) => {
    const { line, column } = find(start)
    const { line: endLine, column: endColumn } = find(end)
    return { line, column, endLine, endColumn }
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
