/** The commands of a text of any of the kinds that command lines come in. */
import type { Finding } from '../finding.ts'
import { withoutLogLines } from './libvirt-log.ts'
import { readPrintedLists } from './printed-lists.ts'
import { readNulSeparated, readProcessList } from './process-list.ts'
import { type Command, readShell } from './read-shell.ts'
import type { Sought } from './sought.ts'
import { readContainerWords, readJsonWords, readYamlWords } from './word-lists.ts'

/**
 * Reads scripts of a shell, lists of processes, lists of words as JSON, YAML and programs print them, libvirt's log and
 * what was copied from a page on the web. Never throws; takes time as the text is long.
 *
 * @param sought the program whose command lines are looked for: it tells which of these kinds a text is
 */
export function commandsInText(
  text: string,
  sought: Sought,
): { readonly commands: readonly Command[]; readonly findings: readonly Finding[] } {
  const clean = cleaned(text)
  const known = readNulSeparated(clean) ?? readProcessList(clean, sought)
  if (known) return { commands: known, findings: [] }
  const json = readJsonWords(clean)
  if (json) return json
  const logged = withoutLogLines(clean)
  if (logged !== undefined) return readShell(logged, 'posix')
  for (const lists of [readContainerWords, readYamlWords, readPrintedLists]) {
    const listed = lists(clean, sought).filter(sought.isStart)
    if (listed.length > 0) return { commands: listed, findings: [] }
  }
  const dialect = /\.exe\b|\^[ \t]*\r?$/m.test(clean) ? 'windows' : 'posix'
  const read = readShell(withoutPrompts(clean, sought), dialect)
  if (read.commands.some(sought.isStart) || !isCommentedOut(clean, sought)) return read
  // What is commented out is all that there is: the prompt of root looks the same.
  return readShell(withoutPrompts(clean.replaceAll(/^[ \t]*#/gm, ' '), sought), dialect)
}

/** What a page on the web makes of blanks, quotes and dashes; each stays one character. */
function cleaned(text: string): string {
  return text
    .replace(/^\uFEFF/, ' ')
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/[\u201C\u201D]/g, '"')
    .replaceAll(/(?<=^|\s)[\u2013\u2014](?=[A-Za-z])/g, '-')
}

function isCommentedOut(text: string, { name }: Sought): boolean {
  return [...text.matchAll(/^[ \t]*#[ \t]*(\S+)/gm)].some(([, word = '']) => name.test(word))
}

/** `$`, `#`, `user@host:~$`, `[root@host ~]#` before a command. */
const prompt = /^[ \t]*(?:(?:\[[\w.-]+@[^\]\n]*\]|[\w.-]+@[\w.-]+:\S*)[ \t]*)?[$#%>][ \t]+(?=(\S+))/gm

/** Prompts, fences of Markdown and the keys of systemd's units, with blanks in their place. */
function withoutPrompts(text: string, { name }: Sought): string {
  const blank = (match: string) => ' '.repeat(match.length)
  return (
    text
      .replaceAll(/^[ \t]*```.*$/gm, blank)
      // A # alone begins a comment.
      .replaceAll(prompt, (match, word: string) =>
        match.trim() !== '#' && (name.test(word) || word.includes('sudo')) ? blank(match) : match,
      )
      .replaceAll(/^[ \t]*Exec(?:Start|StartPre|StartPost)=[-@:+!]*/gm, blank)
  )
}
