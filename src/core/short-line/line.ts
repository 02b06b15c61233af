/** The line between two steps. */
import type { Completed } from '../complete/index.ts'
import type { Piece } from './pieces.ts'

export interface Line {
  readonly pieces: readonly Piece[]
  readonly machine: Completed['machine']
  /** The version of QEMU that the line is for; undefined for the newest. */
  readonly version: string | undefined
}

/** A way to say something shorter. */
export interface Step {
  /** What it makes shorter, as a name. */
  readonly what: string
  /** Why the guest is the same: what QEMU does without the words, and where that is written. */
  readonly source: string
  readonly shorten: (line: Line) => readonly Piece[]
}
