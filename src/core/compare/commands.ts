/** Commands of virsh and virt-xml as a shell takes them. */
import { shellComment, shellWord } from '../text/index.ts'

/** Writes commands of virsh; the first word is the command, the second most often the VM. */
export function virsh(uri: string | undefined): (command: string, ...words: readonly string[]) => string {
  const start = uri === undefined ? 'virsh' : `virsh --connect ${shellWord(uri)}`
  return (command, ...words) => [start, command, ...words.map(shellWord)].join(' ')
}

/** Writes commands of virt-xml, which knows the same connections. */
export function virtXml(
  uri: string | undefined,
): (name: string, edit: { action: readonly string[]; option: string; words: readonly string[] }) => string {
  const start = uri === undefined ? 'virt-xml' : `virt-xml --connect ${shellWord(uri)}`
  return (name, { action, option, words }) =>
    [start, ...[name, ...action, option, words.join(',')].map(shellWord)].join(' ')
}

/** A command that reads XML from standard input. No line of the XML ends it before its end. */
export function commandWithXml(line: string, xml: string): string {
  const lines = new Set(xml.split(/\r\n|\r|\n/))
  let end = 'XML'
  for (let number = 1; lines.has(end); number += 1) end = `XML${number}`
  return `${line} <<'${end}'\n${xml}${xml.endsWith('\n') ? '' : '\n'}${end}`
}

/** The command that looks at what was made, beside what was wanted. */
export function compareAgain(wanted: string): string {
  return `vmwright compare - ${shellWord(wanted)}`
}

/** Behind the `#` of a comment. */
export function comment(words: string): string {
  return shellComment(words)
}
