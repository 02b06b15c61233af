/** Characters at the ends of a text taken off in linear time: `/x+$/` begins anew at each x that is not at the end. */

/**
 * The text without what it ends with.
 *
 * @param character matches one character
 */
export function withoutEnd(text: string, character: RegExp): string {
  let end = text.length
  while (end > 0 && character.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/** The same at both ends. */
export function withoutEnds(text: string, character: RegExp): string {
  const left = withoutEnd(text, character)
  let start = 0
  while (start < left.length && character.test(left.charAt(start))) start += 1
  return left.slice(start)
}
