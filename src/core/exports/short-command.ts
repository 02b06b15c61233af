/** A command as a person pastes it into a terminal: what it takes before, then QEMU, one option a line. */
import type { QemuCommand } from '../qemu/index.ts'
import type { Resolved } from '../resolve/index.ts'
import { ScriptText } from './script/script-text.ts'
import type { ShellScript } from './script/shell-script.ts'

/**
 * Writes the command for any POSIX shell. Unlike the script of `renderShell` it looks for nothing and tidies nothing up.
 *
 * @param command as `renderShortLine` gives it
 */
export function renderCommand(command: QemuCommand, resolved: Resolved): ShellScript {
  const script = new ScriptText(resolved)
  addPreparations(script, command, resolved)
  for (const { argv, socket, path } of command.helpers) {
    const [program = '', ...words] = argv
    script.add(`${[script.program(program), script.words(words)].join(' ')} &\n`, path)
    script.add(`until [ -S ${script.word(socket)} ]; do sleep 0.1; done\n`, path)
  }
  if (command.environment.length > 0) script.add('env \\\n')
  for (const { name, value, path } of command.environment)
    script.add(`  ${script.word(`${name}=${value}`)} \\\n`, path)
  const last = command.arguments.length - 1
  const indent = command.environment.length > 0 ? '  ' : ''
  script.add(`${indent}${script.program(command.binary)}${last < 0 ? '' : ' \\'}\n`, ['devices', 'emulator'])
  for (const [index, { option, value, path }] of command.arguments.entries()) {
    const words = script.words(value === undefined ? [option] : [option, value])
    const end = index < last ? ' \\' : ''
    script.add(`  ${words}${end}\n`, path)
  }
  return { text: script.text, lines: script.lines }
}

/** Directories, variables of the firmware, files with secrets. */
function addPreparations(
  script: ScriptText,
  { copies, secrets, helpers, directories }: QemuCommand,
  { paths }: Resolved,
): void {
  const known = secrets.flatMap(({ file, text, path }) => (text === undefined ? [] : [{ file, text, path }]))
  const wanted = new Set(directories.filter((directory) => directory !== paths.stateDir))
  if (copies.length + known.length + helpers.length > 0) wanted.add(paths.stateDir)
  if (wanted.size > 0) script.add(`mkdir -p -- ${script.words([...wanted])}\n`)
  for (const { from, to, path } of copies)
    script.add(`[ -e ${script.word(to)} ] || cp -- ${script.word(from)} ${script.word(to)}\n`, path)
  for (const { file, text, path } of known)
    script.add(`(umask 077 && printf %s ${script.word(text)} >${script.word(file)})\n`, path)
}
