/** What ends a line, or is obeyed by a terminal, in every text format. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\x00-\x1f\x7f]/
const loneSurrogate = /[\uD800-\uDFFF]/u

/** True for a text that stands on one line of a file: no control character, no half of a surrogate pair. */
export function fitsOnALine(text: string): boolean {
  return !control.test(text) && !loneSurrogate.test(text)
}
