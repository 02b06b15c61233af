/** All that the command has to do with the machine, so that tests can stand in for it. */

export interface Io {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  /** The text of a file, or of standard input for `-`. */
  readonly read: (name: string) => Promise<ReadText>
  readonly isDirectory: (name: string) => boolean
  readonly isFile: (name: string) => boolean
  /**
   * Writes all of a file or nothing; makes the directories above it.
   *
   * @param mode the permissions, as chmod(2) takes them; the process's umask still takes some away
   */
  readonly write: (name: string, content: string | Uint8Array, mode: number) => WrittenFile
}

/** A text, or why there is none as the rest of a sentence: 'there is no such file'. */
export type ReadText = { readonly text: string } | { readonly refused: string }

/** `refused` completes a sentence, too. */
export type WrittenFile = { readonly refused?: string }
