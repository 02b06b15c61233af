/** Words of the scripts. */
import { canBeAShellWord, quoteForShell } from '../text/index.ts'

/** A word as the shell reads it back. What no process can be given is left out: the rules speak of it. */
export function word(text: string): string {
  return quoteForShell(canBeAShellWord(text) ? text : text.toWellFormed().replaceAll('\0', ''))
}

/** A path of the host: `~/` is the home of whoever runs the script. */
export function pathWord(path: string): string {
  return path.startsWith('~/') ? `"$HOME"/${word(path.slice(2))}` : word(path)
}

/** A word that stands behind text on its line, in a comment: no line break leads out of it. */
export function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ')
}
