/** A QEMU command as a shell script: directories, the variable store, the helpers, then QEMU, one option a line. */
import type { Path } from '../finding.ts'
import type { Helper, QemuCommand } from '../qemu/index.ts'
import type { Resolved } from '../resolve/index.ts'
import { formatShellCommand, quoteForShell } from '../text/index.ts'

/** A script, and for each of its lines the path into the Domain that it was written from. */
export interface ShellScript {
  /** For any POSIX shell; ends with a newline. */
  readonly text: string
  /** `lines[0]` belongs to the first line; `[]` for lines that belong to the VM as a whole. */
  readonly lines: readonly Path[]
}

/** Writes the script. Paths that begin with `~/` are those below the home of whoever runs it. */
export function renderShell(command: QemuCommand, resolved: Resolved): ShellScript {
  const script = new Script(homePathsOf(resolved))
  script.add(
    '#!/bin/sh\n# Runs one VM with QEMU. Written by vmwright: change the design, not this file.\nset -eu\n',
  )
  if (command.directories.length > 0) {
    const words = command.directories.map((directory) => script.word(directory)).join(' \\\n  ')
    script.add(`\nmkdir -p -- ${words}\n`)
  }
  for (const { from, to, path } of command.copies)
    script.add(`\n[ -e ${script.word(to)} ] || cp -- ${script.word(from)} ${script.word(to)}\n`, path)
  if (command.helpers.length > 0) script.add(helperFunctions)
  for (const helper of command.helpers) script.helper(helper)
  // Helpers have to be stopped at the end, so the shell stays; without any it makes room for QEMU.
  script.qemu(command, command.helpers.length === 0 ? 'exec ' : '')
  return { text: script.text, lines: script.lines }
}

const helperFunctions = `
pids=
stop_helpers() {
  for pid in $pids; do
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
}
trap stop_helpers EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

wait_for_socket() {
  tries=0
  until [ -S "$1" ]; do
    tries=$((tries + 1))
    if [ "$tries" -gt 100 ]; then
      echo "The socket $1 did not appear." >&2
      exit 1
    fi
    sleep 0.1
  done
}
`

/** A host path that begins with `~/` is one of these or below them. */
function homePathsOf({ paths }: Resolved): readonly string[] {
  const all = [paths.stateDir, paths.disk, paths.seed, paths.nvram]
  return all.filter((path) => path.startsWith('~/'))
}

class Script {
  text = ''
  readonly lines: Path[] = []
  private readonly homePaths: readonly string[]

  constructor(homePaths: readonly string[]) {
    this.homePaths = homePaths
  }

  /** Whole lines that belong to one place. */
  add(text: string, path: Path = []): void {
    this.text += text
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.lines.push(path)
  }

  /** A word as the shell reads it back; a `~` of ours is written so that the shell fills the home in. */
  word(word: string): string {
    let at = -1
    for (const path of this.homePaths) {
      const found = word.indexOf(path)
      if (found >= 0 && (at < 0 || found < at)) at = found
    }
    if (at < 0) return quoteForShell(word)
    const before = at === 0 ? '' : quoteForShell(word.slice(0, at))
    return `${before}"$HOME"${this.word(word.slice(at + 1))}`
  }

  helper({ argv, socket, path }: Helper): void {
    const [program = '', ...words] = argv
    this.add(`\nrm -f -- ${this.word(socket)}\n`, path)
    let text = this.program(program)
    for (const word of words) text += `${word.startsWith('-') ? ' \\\n  ' : ' '}${this.word(word)}`
    this.add(`${text} &\npids="$pids $!"\nwait_for_socket ${this.word(socket)}\n`, path)
  }

  qemu(command: QemuCommand, before: string): void {
    this.add('\n')
    const last = command.arguments.length - 1
    this.add(`${before}${this.program(command.binary)}${last < 0 ? '' : ' \\'}\n`)
    for (const [index, { option, value, path }] of command.arguments.entries()) {
      const words = value === undefined ? this.word(option) : `${this.word(option)} ${this.word(value)}`
      this.add(`  ${words}${index < last ? ' \\' : ''}\n`, path)
    }
  }

  private program(program: string): string {
    const word = this.word(program)
    return word.startsWith('"') || word !== quoteForShell(program) ? word : formatShellCommand([program])
  }
}
