/** Whether a text is a command of virt-install, told without reading it: small enough for whoever only wants to know. */

/** XML, a vm.yml, a list and a link may have a command in one of their texts. */
const other = /^(?:<|[\w-]+:(?:\s|$)|-\s|#v\d)/

const program = /(?:^|[\s/;&|(])virt-install[ \t]+(?:-|\\)/

/** What makes a file, a package or a text of the name. */
const aboutIt = /["']|\b(?:install|add|man|echo|which)\b/

const enough = 64 * 1024

/** True for a text with a command in it that starts virt-install with options. */
export function beginsVirtInstall(text: string): boolean {
  const lines = text
    .slice(0, enough)
    .replace(/^\uFEFF/, '')
    .split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  const start = lines[first]?.trim() ?? ''
  // The prompt of root looks as a comment does: on the first line it is taken for one.
  if (/^# ?virt-install/.test(start)) return startsIt(lines, first, start.slice(1))
  const said = lines.map((line) => line.trim()).find((line) => line !== '' && !isComment(line))
  if (said === undefined || other.test(said)) return false
  return lines.some((line, index) => startsIt(lines, index, line))
}

function isComment(line: string): boolean {
  return line.startsWith('#') && !line.startsWith('#v')
}

function startsIt(lines: readonly string[], index: number, line: string): boolean {
  const found = program.exec(line)
  if (found === null) return false
  const before = line.slice(0, found.index)
  // `root@desk:~# ` is a prompt, and any other sign of this kind a comment.
  if (aboutIt.test(before) || (before.includes('#') && !/@[^\s#]{1,80}# ?$/.test(before))) return false
  return !found[0].endsWith('\\') || lines[index + 1]?.trimStart().startsWith('-') === true
}
