/** Words of a command, written so that a POSIX shell gives them back unchanged. */

const plainWord = /^[\w@%+:,./-][\w@%+=:,./-]*$/
const loneSurrogate = /[\uD800-\uDFFF]/u

/** What a shell would not run but obey when it stands first (POSIX, Shell Command Language, 2.4), and bash's own. */
const reservedWords = new Set(
  'case coproc do done elif else esac fi for function if in select then time until while'.split(' '),
)

/** False for what no argument of a process can hold: a NUL character, or half of a surrogate pair. */
export function canBeAShellWord(word: string): boolean {
  return !word.includes('\0') && !loneSurrogate.test(word)
}

/**
 * A word as a POSIX shell reads it back. Plain words stay bare, others stand in single quotes.
 * Ask `canBeAShellWord` first: a word that no shell can hold throws a RangeError.
 */
export function quoteForShell(word: string): string {
  if (!canBeAShellWord(word)) throw new RangeError('a shell word holds neither NUL nor half a surrogate pair')
  return plainWord.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}

/** How a command is laid out. */
export interface ShellCommandLayout {
  /** Each option with its values on a line of its own, continued with a backslash. */
  readonly optionPerLine?: boolean
}

/**
 * A command for a script or to paste: the program, then its arguments, each quoted where needed. A word that begins
 * with `-` is an option; the words after it belong to it. Ends without a newline.
 */
export function formatShellCommand(words: readonly string[], layout: ShellCommandLayout = {}): string {
  let text = ''
  for (const [index, word] of words.entries()) {
    if (index === 0) {
      text = quoteProgram(word)
      continue
    }
    const breaks = layout.optionPerLine === true && word.startsWith('-')
    text += `${breaks ? ' \\\n  ' : ' '}${quoteForShell(word)}`
  }
  return text
}

/** As the first word, `a=b` would set a variable and `if` would begin a sentence. */
function quoteProgram(word: string): string {
  const quoted = quoteForShell(word)
  return quoted === word && (word.includes('=') || reservedWords.has(word)) ? `'${word}'` : quoted
}

/** The same for any text: what no process can be given is left out of it, and the rules speak of that (`shell.word`). */
export function shellWord(text: string): string {
  return quoteForShell(canBeAShellWord(text) ? text : text.toWellFormed().replaceAll('\0', ''))
}

/** A path of the host as a word: `~/` at its beginning is the home of whoever runs the script. */
export function shellHostPath(path: string): string {
  return path.startsWith('~/') ? `"$HOME"/${shellWord(path.slice(2))}` : shellWord(path)
}

/** A text behind the `#` of a comment: no line break leads out of it. */
export function shellComment(text: string): string {
  return text.replace(lineBreaking, ' ')
}

const lineBreaking = /[\p{Cc}\u2028\u2029]+/gu
