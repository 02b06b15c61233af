import type { Path } from '../../finding.ts'

/** One line of the command. */
export interface OptionLine {
  readonly words: readonly string[]
  /** A place of the Domain. */
  readonly path: Path
}
