import type { Command } from './read-shell.ts'

/** What tells the command lines of one program from everything else in a text. */
export interface Sought {
  /** What its names have in common, anywhere in a word. */
  readonly name: RegExp
  /** A whole word that is its name, with the directory before it. */
  readonly program: RegExp
  /** Its name in a line, with an option behind it. */
  readonly nameAndOption: RegExp
  /** Whether a word is one of its options and has a value behind it. */
  readonly takesValue: (word: string) => boolean
  /** Whether a command starts it. */
  readonly isStart: (command: Command) => boolean
}
