/** A QEMU command as a shell script that leaves nothing behind. */
import type { Path } from '../../finding.ts'
import { nameInStateDir, withoutDots } from '../../host/index.ts'
import { type Helper, ownFiles, type QemuCommand } from '../../qemu/index.ts'
import type { Resolved } from '../../resolve/index.ts'
import { madeFunction, madeList, withThoseAround } from './made-list.ts'
import { needsOf } from './needs.ts'
import { ScriptText } from './script-text.ts'
import {
  afterKeeper,
  functions,
  keeper,
  keeperPipe,
  needKvm,
  runQemu,
  signals,
  takeLock,
} from './shell-functions.ts'

/** A script, and for each of its lines the path into the Domain that it was written from. */
export interface ShellScript {
  /** For any POSIX shell on Linux; ends with a newline. */
  readonly text: string
  /** `lines[0]` belongs to the first line; `[]` for lines that belong to the VM as a whole. */
  readonly lines: readonly Path[]
}

/**
 * Writes the script: it checks what is there, makes the state directory and what belongs into it, starts the helpers,
 * then QEMU, and ends with QEMU's status. Paths that begin with `~/` are those below the home of whoever runs it.
 */
export function renderShell(command: QemuCommand, resolved: Resolved): ShellScript {
  const script = new ScriptText(resolved)
  script.add(head)
  if (command.secrets.some(({ text }) => text !== undefined))
    script.add('# There is a password in this file: keep it from others (chmod 700).\n')
  script.add('set -eu\n')
  addQemu(script, command)
  script.add(functions)
  script.add(words)
  addNeeds(script, command, resolved)
  script.add(signals)
  addDirectories(script, command, resolved)
  script.add(`\nlock=${script.word(`${resolved.paths.stateDir}/vmwright.pid`)}\n`)
  addKeeper(script, command, resolved)
  script.add(takeLock)
  addCopies(script, command, resolved)
  addSecrets(script, command)
  for (const helper of command.helpers) addHelper(script, helper)
  script.add(runQemu)
  return { text: script.text, lines: script.lines }
}

const head = `#!/bin/sh
# Runs one VM with QEMU, and ends what it started when the VM ends, or when it is itself ended.
# With --print it says QEMU's command line instead. Written by vmwright: change the design, not this file.
# shellcheck disable=SC1003,SC2016 # a backslash and a dollar in single quotes are meant so
`

const words = `
case \${1-} in
  '') ;;
  --print)
    qemu show
    exit
    ;;
  *) fail 'usage: [--print]' ;;
esac
`

/** QEMU behind the word that says what to do with it. Variables are for QEMU only. */
function addQemu(script: ScriptText, command: QemuCommand): void {
  script.add('\nqemu() {\n  "$@" \\\n')
  if (command.environment.length > 0) script.add('    env \\\n')
  for (const { name, value, path } of command.environment)
    script.add(`    ${script.word(`${name}=${value}`)} \\\n`, path)
  const last = command.arguments.length - 1
  script.add(`    ${script.word(command.binary)}${last < 0 ? '' : ' \\'}\n`)
  for (const [index, { option, value, path }] of command.arguments.entries()) {
    const text = script.words(value === undefined ? [option] : [option, value])
    script.add(`    ${text}${index < last ? ' \\' : ''}\n`, path)
  }
  script.add('}\n')
}

function addNeeds(script: ScriptText, command: QemuCommand, resolved: Resolved): void {
  script.add('\n')
  for (const { kind, name, what, how, unless, path } of needsOf(command, resolved)) {
    const before = unless === undefined ? '' : `[ -e ${script.word(unless)} ] || `
    const line = kind === 'program' ? ['need_program', name, how] : ['need_file', name, what, how]
    script.add(`${before}${script.words(line)}\n`, path)
  }
  for (const { kind, file, path } of ownFiles(command)) {
    if (kind !== 'socket') continue
    for (const place of new Set([file, withoutDots(file)])) {
      const own = nameInStateDir(resolved.paths, place) === undefined ? '' : ' own'
      script.add(`need_free_socket ${script.path(place)}${own}\n`, path)
    }
  }
  if ((resolved.domain.type ?? 'kvm') === 'kvm') script.add(needKvm.slice(1), ['type'])
  script.add('[ -z "$lacking" ] || exit 1\n')
}

/** What is in the state directory is nobody else's, and on the list of what goes; others' directories have their own habits. */
function addDirectories(script: ScriptText, command: QemuCommand, { paths }: Resolved): void {
  const own = new Set<string>()
  const others = new Set<string>()
  for (const directory of command.directories) {
    const name = nameInStateDir(paths, directory)
    if (name !== undefined) for (const one of withThoseAround(name)) own.add(one)
    else if (directory !== paths.stateDir) others.add(directory)
  }
  const stateDir = script.word(paths.stateDir)
  const copies = command.copies.some(({ to }) => nameInStateDir(paths, to) !== undefined)
  if (own.size > 0 || copies)
    script.add(`\nlist=${script.word(`${paths.stateDir}/${madeList}`)}\n${madeFunction.slice(1)}`)
  script.add(`\n(umask 077 && mkdir -p -- ${stateDir})\n`)
  for (const name of own) {
    const place = script.word(`${paths.stateDir}/${name}`)
    const kind = hasTpm(command, `${paths.stateDir}/${name}`) ? 'swtpm' : 'directory'
    script.add(
      `[ -d ${place} ] || { (umask 077 && mkdir -- ${place}) && made ${kind} ${script.word(name)}; }\n`,
    )
  }
  if (others.size > 0) script.add(`mkdir -p -- ${script.words([...others])}\n`)
}

/** swtpm leaves its state there. */
function hasTpm({ helpers }: QemuCommand, directory: string): boolean {
  return helpers.some(
    ({ name, argv }) => name === 'swtpm' && argv.some((word) => word.startsWith(`dir=${directory},`)),
  )
}

function addKeeper(script: ScriptText, command: QemuCommand, resolved: Resolved): void {
  script.add(keeper)
  script.add(keeperPipe.slice(1))
  script.add('setsid sh -c "$keep" sh "$script" "$lock"')
  for (const { file, path } of filesToDelete(command, resolved))
    script.add(` \\\n  ${script.word(file)}`, path)
  script.add(' \\\n  --')
  for (const { kind, file, path } of ownFiles(command))
    if (kind === 'socket') script.add(` \\\n  ${script.word(file)}`, path)
  script.add(' <&8 3<&- 8<&- 9>&- &')
  script.add(afterKeeper)
}

/** Deleted whether they are there or not, so that a step may end anywhere. A pid file elsewhere is the author's. */
function filesToDelete(
  command: QemuCommand,
  { paths }: Resolved,
): { readonly file: string; readonly path: Path }[] {
  return [
    ...command.copies.map(({ to, path }) => ({ file: part(to), path })),
    ...command.secrets.flatMap(({ file, text, path }) => (text === undefined ? [] : [{ file, path }])),
    ...command.helpers.flatMap(({ name, socket, path }) => [
      { file: socket, path },
      // virtiofsd locks its socket by a file beside it.
      ...(name === 'virtiofsd' ? [{ file: `${socket}.pid`, path }] : []),
    ]),
    ...ownFiles(command).filter(
      ({ kind, file }) => kind === 'pid' && nameInStateDir(paths, file) !== undefined,
    ),
  ]
}

function part(file: string): string {
  return `${file}.part`
}

/** Never half a file, and writable also when the template is not. */
function addCopies(script: ScriptText, { copies }: QemuCommand, { paths }: Resolved): void {
  for (const { from, to, path } of copies) {
    const name = nameInStateDir(paths, to)
    const listed = name === undefined ? '' : `  made file ${script.word(name)}\n`
    const [source, beside, target] = [script.word(from), script.word(part(to)), script.word(to)]
    script.add(
      `\nif ! [ -e ${target} ]; then\n  rm -f -- ${beside}\n  cp -- ${source} ${beside}\n  chmod 600 -- ${beside}\n  mv -- ${beside} ${target}\n${listed}fi\n`,
      path,
    )
  }
}

function addSecrets(script: ScriptText, { secrets }: QemuCommand): void {
  for (const { file, text, path } of secrets) {
    if (text === undefined) continue
    const target = script.word(file)
    script.add(`\nrm -f -- ${target}\n(umask 077 && printf %s ${script.word(text)} >${target})\n`, path)
  }
}

/** As root passt would become nobody, who may not make the socket. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: it is for the shell
const rootWord = ' ${root:+"$root"}'

function addHelper(script: ScriptText, { name, argv, socket, path }: Helper): void {
  const [program = '', ...rest] = argv
  let text = `start ${script.word(program)}`
  if (name === 'passt') text += rootWord
  for (const word of rest) text += `${word.startsWith('-') ? ' \\\n  ' : ' '}${script.word(word)}`
  const target = script.word(socket)
  script.add(`\nrm -f -- ${target}\n`, path)
  if (name === 'passt') script.add('root=\n[ "$(id -u)" -ne 0 ] || root=--runas=0\n', path)
  script.add(`${text}\nwait_for_socket ${name} ${target}\n`, path)
}
