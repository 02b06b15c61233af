/** What `readHostText` takes. */
export const hostTextLimits = {
  /** UTF-16 units; what is longer is cut there, with a finding. */
  text: 4 * 1024 * 1024,
  /** UTF-16 units of a line that is looked at; the flags of a processor take 3000. */
  line: 16_000,
} as const
