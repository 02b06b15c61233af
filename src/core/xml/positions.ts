import type { Position } from '../finding.ts'

const lineBreak = /\r\n|\n|\r/g

/**
 * A function that gives line and column of an offset. Asked in rising order it walks the text once; asked for an
 * earlier offset it starts again.
 */
export function positionsOf(text: string): (offset: number) => Position {
  let line = 1
  let lineStart = 0
  let nextLineStart = endOfLine(text, 0)
  return (offset) => {
    if (offset < lineStart) {
      line = 1
      lineStart = 0
      nextLineStart = endOfLine(text, 0)
    }
    while (offset >= nextLineStart) {
      line++
      lineStart = nextLineStart
      nextLineStart = endOfLine(text, lineStart)
    }
    return { line, column: offset - lineStart + 1 }
  }
}

/** The offset behind the next line break, or infinity in the last line. */
function endOfLine(text: string, from: number): number {
  lineBreak.lastIndex = from
  return lineBreak.test(text) ? lineBreak.lastIndex : Number.POSITIVE_INFINITY
}
