/** A QEMU command line to a Domain. */
import { boardOf, type Domain } from '../domain/index.ts'
import { type Finding, hasErrors, type Path, type Position } from '../finding.ts'
import type { Word } from '../shell/index.ts'
import { isRecord } from '../table/index.ts'
import { type Kept, type Leftovers, leftoversOf } from './read/leftovers.ts'
import { normalized } from './read/normalize.ts'
import { withConfigFiles } from './read/proxmox-config.ts'
import { relativePaths } from './read/relative-paths.ts'
import { withUsbPorts } from './read/usb-ports.ts'
import { withTransport } from './read/virtio-transport.ts'
import { readers, readersOfOthers } from './readers.ts'
import { type OptionInHand, type ReadDevice, Reading } from './reading/index.ts'
import { type CommandOption, readOptions } from './words/command-options.ts'
import { type Beside, type QemuStart, readCommands } from './words/commands.ts'

/** One QEMU of a text. */
export interface ReadCommand {
  /** What it calls itself, or the default; with a number when another one of the text has the same. */
  readonly name: string
  readonly domain: Domain
  /** Where the devices of the Domain stand in the text. */
  readonly places: readonly { readonly path: Path; readonly position: Position }[]
}

type Unnamed = Omit<ReadCommand, 'name'>
type Positions = ReadonlyMap<OptionInHand, Position | undefined>

export interface ArgvDocument {
  readonly commands: readonly ReadCommand[]
  /** What is kept as it is, `argv.kept` and `argv.override`, and what could not be read. */
  readonly findings: readonly Finding[]
}

/**
 * Reads a text with QEMU command lines in it: shell commands and scripts, lists of words, lines of `ps`. What has no
 * element of libvirt's is kept word for word, so that the command line of the Domain says the same.
 *
 * @param defaultName what a VM without a name is called
 * @returns codes of findings: `argv.kept` and `argv.override` for what is kept, `argv.no-qemu`, `argv.too-long`,
 * `argv.unclosed-quote`, `argv.unknown-variable`, `argv.condition`, `argv.joined`, `argv.left-out`, `argv.relative-path`, and those of the families
 */
export function readArgv(text: string, defaultName = 'imported'): ArgvDocument {
  const { starts, besides, findings } = readCommands(text)
  if (starts.length === 0) return { commands: [], findings: hasErrors(findings) ? findings : [nothing] }
  const read = starts.map((start) => readStart(start, besides))
  return {
    commands: withNames(
      read.map(({ command }) => command),
      defaultName,
    ),
    findings: [...findings, ...read.flatMap((one) => one.findings)],
  }
}

/** The first QEMU of a text: its program, and the words after it. */
export function qemuCommand(text: string): { program: string; words: string[] } | undefined {
  const [start] = readCommands(text).starts
  return start && { program: start.program, words: start.words.map((word) => word.text) }
}

function readStart(
  start: QemuStart,
  besides: readonly Beside[],
): { readonly command: Unnamed; readonly findings: readonly Finding[] } {
  const options = normalized(withConfigFiles(readOptions(start.words.map((word) => word.text))))
  const machine = machineOf(options)
  const arch = archOfProgram(start.program, machine)
  const board = arch === 'x86_64' || arch === 'i686' ? boardOf(machine) : 'other'
  const reading = new Reading(options, arch, board, machine, start.environment, besides)
  if (isKvm(start.program)) reading.domain.type = 'kvm'
  // Of several the last one counts.
  for (const option of reading.unread('cpu').slice(0, -1)) option.finish()
  for (const read of known.has(arch) ? readers : readersOfOthers) read(reading)
  const leftovers = leftoversOf(reading)
  const positions = positionsOf(reading.options, start.words)
  const findings = [
    ...reading.findings,
    ...reading.leftOut.map(({ option, why }) =>
      adviceAt('argv.left-out', positions.get(option), `left out: ${textOf(option)} (${why}).`),
    ),
    ...leftovers.kept.map((kept) => keptFinding(kept, positions)),
  ]
  const command = commandOf(reading, leftovers, positions)
  const relative = relativePaths(command.domain)
  return { command, findings: relative === undefined ? findings : [...findings, relative] }
}

/** Architectures whose devices the families know; of others all devices are kept as they are. */
const known = new Set(['x86_64', 'i686', 'aarch64', 'armv7l', 'riscv64'])

/** Options are made of one word or two, in order. */
function positionsOf(options: readonly OptionInHand[], words: readonly Word[]): Positions {
  const positions = new Map<OptionInHand, Position | undefined>()
  let index = 0
  for (const option of options) {
    const { words: own, standsFor = own.length } = option.written
    positions.set(option, spanOf(words[index]?.position, words[index + standsFor - 1]?.position))
    index += standsFor
  }
  return positions
}

function spanOf(first: Position | undefined, last: Position | undefined): Position | undefined {
  const isBehind =
    first && last && (last.line > first.line || (last.line === first.line && last.column >= first.column))
  if (!isBehind || last.endLine === undefined || last.endColumn === undefined) return first
  return { ...first, endLine: last.endLine, endColumn: last.endColumn }
}

function commandOf(reading: Reading, leftovers: Leftovers, positions: Positions): Unnamed {
  const lists = new Map<string, object[]>()
  const ones = new Map<string, object>()
  const places: { readonly path: Path; readonly position: Position }[] = []
  for (const { list, item, isOne, options } of withUsbPorts(
    withTransport(asWritten(leftovers.devices, reading)),
  )) {
    const held = lists.get(list) ?? []
    const position = options[0] && positions.get(options[0])
    if (position) places.push({ path: ['devices', list, ...(isOne ? [] : [held.length])], position })
    if (isOne) ones.set(list, item)
    else {
      held.push(item)
      lists.set(list, held)
    }
  }
  const environment = [...reading.environment]
    .filter(([name]) => !setByLibvirt.has(name))
    .map(([name, value]) => ({ name, value }))
  const domain: Domain = {
    ...reading.domain,
    ...(leftovers.arguments.length > 0
      ? { qemu_arguments: leftovers.arguments.map((value) => ({ value })) }
      : {}),
    ...(environment.length > 0 ? { qemu_environment: environment } : {}),
    ...(leftovers.overrides.length > 0 ? { qemu_overrides: leftovers.overrides } : {}),
    devices: {
      ...reading.domain.devices,
      ...reading.single,
      ...Object.fromEntries(ones),
      ...Object.fromEntries(lists),
    },
  }
  return { domain: withoutUndefined(domain), places }
}

/** In the order of the line, whoever has read them; what no option says comes first. */
function asWritten(devices: readonly ReadDevice[], { options }: Reading): readonly ReadDevice[] {
  const order = new Map(options.map((option, index) => [option, index]))
  const placeOf = ({ options: [main] }: ReadDevice) => (main === undefined ? -1 : (order.get(main) ?? -1))
  return devices.toSorted((one, other) => placeOf(one) - placeOf(other))
}

/** What libvirt sets for every QEMU that it starts. `qemu_command.c`, `virCommandAddEnvPassCommon`, and a session's own. */
const setByLibvirt = new Set([
  'LC_ALL',
  'LD_PRELOAD',
  'LD_LIBRARY_PATH',
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'TMPDIR',
  'XDG_DATA_HOME',
  'XDG_CACHE_HOME',
  'XDG_CONFIG_HOME',
  'XDG_RUNTIME_DIR',
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
])

/** VMs of one name are told apart by a number. */
function withNames(domains: readonly Unnamed[], defaultName: string): ReadCommand[] {
  const counts = new Map<string, number>()
  return domains.map(({ domain, places }) => {
    const own = domain.name ?? defaultName
    const count = (counts.get(own) ?? 0) + 1
    counts.set(own, count)
    const name = count === 1 ? own : `${own}-${count}`
    return { name, domain: { ...domain, name }, places }
  })
}

const nothing: Finding = {
  code: 'argv.no-qemu',
  severity: 'error',
  path: [],
  message: 'There is no command here that starts QEMU: qemu-system-x86_64, qemu-kvm, kvm …',
}

function keptFinding({ option, as, text }: Kept, positions: Positions): Finding {
  const position = positions.get(option)
  return as === 'override'
    ? adviceAt('argv.override', position, `kept as qemu:override: ${text}`)
    : adviceAt('argv.kept', position, `kept as qemu:commandline: ${text}`)
}

function adviceAt(code: Finding['code'], position: Position | undefined, message: string): Finding {
  return { code, severity: 'advice', path: [], ...(position ? { position } : {}), message }
}

function textOf({ written }: OptionInHand): string {
  return written.words.join(' ')
}

/** `qemu-system-aarch64` is aarch64; `kvm` and `qemu-kvm` are for the host, x86_64 unless the board is one of ARM's. */
function archOfProgram(program: string, machine: string): string {
  const named = /qemu-system-(\w+?)(?:w?\.exe|-\w+)?$/i.exec(program)?.[1]
  const arch = named ?? (/^virt(?:-|$)/.test(machine) ? 'aarch64' : 'x86_64')
  return arch === 'i386' ? 'i686' : arch === 'arm' ? 'armv7l' : arch
}

/** Distributions call the QEMU that uses KVM without being told so by these names. */
function isKvm(program: string): boolean {
  return /(?:^|\/)(?:qemu-)?kvm$/.test(program)
}

/** `-machine` of the last option that names one; what QEMU takes without. */
function machineOf(options: readonly CommandOption[]): string {
  const named = options
    .filter(({ name }) => name === 'machine' || name === 'M')
    .flatMap(({ pairs }) => pairs.filter(([key]) => key === 'type').map(([, value]) => value))
  return named.at(-1) ?? 'pc'
}

/** Keys without a value are not there. */
function withoutUndefined<T extends object>(value: T): T
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((item: unknown) => (isRecord(item) ? withoutUndefined(item) : item))
  if (!isRecord(value)) return value
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  return Object.fromEntries(
    entries.map(([key, held]) => [
      key,
      isRecord(held) || Array.isArray(held) ? withoutUndefined(held) : held,
    ]),
  )
}
