/** The image of the answers in the bundle. */
export interface AnswerImage {
  /** `answers.iso` or `answers.cpio`. */
  readonly name: string
  readonly bytes: Uint8Array
}
