import type { Position } from '../finding.ts'

/** A word and where it stands; what comes out of a variable stands where the variable is named. */
export interface Word {
  readonly text: string
  readonly position: Position | undefined
  /** True when what a command would print is in it: blanks in it divide nothing. */
  readonly isOpaque?: boolean
}
