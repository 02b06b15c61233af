/** A text to the QEMU commands in it, and the programs that it starts beside. */
import type { Finding } from '../../finding.ts'
import { type Command, commandsInText, type Sought, type Word } from '../../shell/index.ts'
import { takesValue } from './command-options.ts'

/** A program that runs beside QEMU, as far as QEMU meets it: at its socket. */
export interface Beside {
  readonly name: 'virtiofsd' | 'swtpm' | 'passt'
  readonly words: readonly string[]
  readonly socket: string | undefined
  /** The directory that it shares, or keeps its state in. */
  readonly directory: string | undefined
}

/** One start of QEMU. */
export interface QemuStart {
  /** As it was written; 'qemu-system-x86_64' when the text begins with the options. */
  readonly program: string
  readonly words: readonly Word[]
  readonly environment: ReadonlyMap<string, string>
}

export interface CommandText {
  readonly starts: readonly QemuStart[]
  readonly besides: readonly Beside[]
  readonly findings: readonly Finding[]
}

/** Longer texts are refused, in UTF-16 units: no script has this size, and each of its lines may be a command. */
const longest = 2 * 1024 * 1024

const program = /^(?:.*[/\\])?\.?(?:qemu-system-[\w-]+?|qemu-kvm|kvm|qemu)(?:w?\.exe|-wrapped)?$/i

/** Commands that name a program without starting it. */
const onlyNames = new Set(
  'echo printf which type man grep pgrep pkill killall apt apt-get dnf yum zypper pacman brew dpkg rpm command alias ls cat file ldd test [ [[ cd'.split(
    ' ',
  ),
)

const qemu: Sought = {
  name: /qemu|kvm/,
  program: /^(?:.*\/)?(?:qemu-system-[\w-]+|qemu-kvm|kvm)(?:\.exe)?$/,
  nameAndOption: /(?:^|[ \t/])(?:qemu-[\w-]+|kvm)[ \t]+-/,
  takesValue,
  isStart: (command) => startOf(command) !== undefined,
}

/** Reads a text of any of the kinds that command lines come in. Never throws; takes time as the text is long. */
export function readCommands(text: string): CommandText {
  if (text.length > longest) return { starts: [], besides: [], findings: [tooLong] }
  const { commands, findings } = commandsInText(text, qemu)
  const { starts, joined } = startsOf(commands)
  const possible = starts.filter(({ words }) => canStart(words))
  const refused = possible.length < starts.length ? [tooManyWords] : []
  return {
    starts: possible,
    besides: commands.flatMap(besidesOf),
    findings: [...findings, ...joined, ...refused],
  }
}

const tooLong: Finding = {
  code: 'argv.too-long',
  severity: 'error',
  path: [],
  message: `The text is longer than ${longest / 1024 / 1024} MiB, which no script with a command line is.`,
}

/** Linux gives the words of a program and their addresses a quarter of the stack, 8 MiB as a rule: execve(2). */
const mostBytes = 2 * 1024 * 1024

function canStart(words: readonly Word[]): boolean {
  let bytes = 0
  for (const { text } of words) bytes += text.length + 9
  return bytes <= mostBytes
}

const tooManyWords: Finding = {
  code: 'argv.too-long',
  severity: 'error',
  path: [],
  message: `The words of a command are longer than ${mostBytes / 1024 / 1024} MiB, which Linux does not start: it is left out.`,
}

/** The start of QEMU that a command is. */
function startOf({ words, environment }: Command): QemuStart | undefined {
  const at = words.findIndex(
    ({ text }, index) => program.test(text) && (index === 0 || words.length > index + 1),
  )
  const found = words[at]
  if (found === undefined) return undefined
  const before = words.slice(0, at)
  const behind = words.slice(at + 1)
  if (before.some(({ text }) => onlyNames.has(text))) return undefined
  // `(qemu)` is the prompt of the monitor.
  if (/^(?:qemu|kvm)$/.test(found.text) && behind.length === 0) return undefined
  if (at > 0 && !behind.some(({ text }) => text.startsWith('-'))) return undefined
  const variables = before.flatMap(({ text }) => {
    const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? []
    return name === undefined ? [] : [[name, value ?? ''] as const]
  })
  return { program: found.text, words: behind, environment: new Map([...environment, ...variables]) }
}

/** Options whose names alone tell that a command is QEMU's. */
const telling = /^--?(?:machine|M|enable-kvm|device|drive|netdev|accel|blockdev|smp|hda|cdrom|m)$/

/**
 * All starts of QEMU. Lines that begin with an option go on with the one before: a continuation that was lost, or ended
 * by a comment.
 */
function startsOf(commands: readonly Command[]): { starts: QemuStart[]; joined: Finding[] } {
  const starts: { program: string; words: Word[]; environment: ReadonlyMap<string, string> }[] = []
  const joined: Finding[] = []
  for (const command of commands) {
    const [first] = command.words
    const start = startOf(command)
    const last = starts.at(-1)
    const isOption = first !== undefined && /^--?[A-Za-z][\w-]*$/.test(first.text)
    if (start) starts.push({ ...start, words: [...start.words] })
    else if (isOption && last) {
      for (const word of command.words) last.words.push(word)
      joined.push({
        code: 'argv.joined',
        severity: 'advice',
        path: [],
        ...(first.position ? { position: first.position } : {}),
        message: `The command ended before ${first.text}, which is read as part of it. A shell wants a \\ at the end of each line but the last, and no comment between them.`,
      })
    } else if (isOption || (first?.text.startsWith('$') && looksLikeQemu(command))) {
      if (!looksLikeQemu(command)) continue
      const words = isOption ? command.words : command.words.slice(1)
      starts.push({ program: 'qemu-system-x86_64', words: [...words], environment: command.environment })
    }
  }
  return { starts, joined }
}

function looksLikeQemu({ words }: Command): boolean {
  return words.some(({ text }) => telling.test(text))
}

/** The socket and the directory of a program that runs beside QEMU. */
function besidesOf({ words }: Command): Beside[] {
  const at = words.findIndex(({ text }) => /(?:^|\/)(?:virtiofsd|swtpm|passt)$/.test(text))
  const name = words[at]?.text.replace(/^.*\//, '')
  const texts = words.slice(at + 1).map(({ text }) => text)
  const option = (key: string) => {
    const index = texts.findIndex((text) => text === key || text.startsWith(`${key}=`))
    const found = texts[index]
    return found === undefined || found.length > key.length ? found?.slice(key.length + 1) : texts[index + 1]
  }
  const part = (value: string | undefined, key: string) =>
    value
      ?.split(',')
      .find((one) => one.startsWith(`${key}=`))
      ?.slice(key.length + 1)
  switch (name) {
    case 'virtiofsd': {
      const source = texts.map((text) => part(text, 'source')).find((one) => one !== undefined)
      const directory = option('--shared-dir') ?? source
      return [{ name, words: texts, socket: option('--socket-path') ?? option('--socket'), directory }]
    }
    case 'swtpm': {
      const directory = part(option('--tpmstate'), 'dir') ?? part(option('--tpmstate'), 'backend-uri')
      const socket = part(option('--ctrl'), 'path') ?? part(option('--server'), 'path')
      return [{ name, words: texts, socket, directory }]
    }
    case 'passt':
      return [{ name, words: texts, socket: option('--socket') ?? option('-s'), directory: undefined }]
    default:
      return []
  }
}
