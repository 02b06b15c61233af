/** Texts in the language of Nix. Nix Reference Manual, String literal. */
import { ownValue } from '../own-value.ts'
import { canBeAShellWord } from './shell.ts'

/**
 * A text in double quotes. Every dollar is escaped, so that none begins an interpolation.
 *
 * @returns undefined when it can't be said: a string of Nix ends at NUL, and files are UTF-8
 */
export function nixString(text: string): string | undefined {
  if (!canBeAShellWord(text)) return undefined
  return `"${text.replace(/[\\"$\n\r\t]/g, (found) => ownValue(escapes, found) ?? `\\${found}`)}"`
}

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }
