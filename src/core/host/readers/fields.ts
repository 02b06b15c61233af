/** Lines of a name, a colon and a value. Translated programs translate the name, some the colon; the value stays. */

export interface Field {
  readonly name: string
  readonly value: string
}

/** Longer names are none: `lscpu` of the most wordy language has 45 letters. */
const longestName = 80

/**
 * Takes a line apart at its first colon, `:` or the wide `：` of Chinese and Japanese.
 * @returns undefined where a colon is part of a word, as in a prompt or an address
 */
export function fieldOf(line: string): Field | undefined {
  const text = line.trim()
  const at = text.search(/[:：]/u)
  if (at < 1 || at > longestName) return undefined
  const value = text.slice(at + 1)
  if (text.charAt(at) === ':' && value !== '' && value.trimStart() === value) return undefined
  const name = text.slice(0, at).trim()
  return /[@~$#/]/.test(name) ? undefined : { name, value: value.trim() }
}
