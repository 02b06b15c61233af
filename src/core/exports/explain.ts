/** The command line for people who ask why: each option with the part of the design that it is from. */

import { formatPath, type Path } from '../finding.ts'
import { startsWith, valueAt } from '../path.ts'
import type { QemuArgument, QemuCommand } from '../qemu/index.ts'
import { type Note, type Resolved, specPathOf } from '../resolve/index.ts'
import { labelAt } from '../spec/index.ts'
import { shellComment, shellWord } from '../text/index.ts'

/** A text, and for each of its lines the path into the Domain that it was written from. */
export interface ExplainedCommand {
  /** One line for each option: the option, ` # `, and where it is from. Ends with a newline. */
  readonly text: string
  readonly lines: readonly Path[]
}

/** Shorter options have their explanations in one column. */
const widest = 64

/** Writes the explanation: spec path and label of what the design says, else the note that resolve left. */
export function explainCommand(command: QemuCommand, resolved: Resolved): ExplainedCommand {
  const rows = [
    {
      words: shown(command.binary),
      reason: 'QEMU for the architecture of the guest',
      path: ['devices', 'emulator'],
    },
    ...command.environment.map(({ name, value, path }) => ({
      words: `${shown(name)}=${shown(value)}`,
      reason: reasonOf(path, resolved),
      path,
    })),
    ...command.arguments.map((argument) => ({
      words: wordsOf(argument),
      reason: reasonOf(argument.path, resolved),
      path: argument.path,
    })),
    ...command.helpers.map(({ name, argv, path }) => ({
      words: argv.map(shown).join(' '),
      reason: `runs beside QEMU: ${name} for ${reasonOf(path, resolved)}`,
      path,
    })),
  ]
  const width = Math.min(
    widest,
    rows.reduce((most, { words }) => Math.max(most, words.length), 0),
  )
  return {
    text: rows.map(({ words, reason }) => `${words.padEnd(width)}  # ${shellComment(reason)}\n`).join(''),
    lines: rows.map(({ path }) => path),
  }
}

function wordsOf({ option, value }: QemuArgument): string {
  return value === undefined ? shown(option) : `${option} ${shown(value)}`
}

/** As a shell would be told it, on one line. */
function shown(word: string): string {
  return shellWord(shellComment(word))
}

function reasonOf(path: Path, resolved: Resolved): string {
  if (path.length === 0) return 'every VM has it'
  if (path.length === 1 && path[0] === 'name') return 'the name of the design'
  const { design, domain, origins } = resolved
  const specPath = specPathOf(path, origins)
  const where = formatPath(specPath)
  const label = labelAt(specPath)
  const said = label === undefined ? where : `${where} (${label})`
  if (valueAt(design.spec, specPath) !== undefined) return said
  const note = noteAt(path, resolved.notes)
  if (note !== undefined) return `${where}: added, ${note.what}. ${note.why} ${note.how}`
  const nearest = nearestSaid(design.spec, specPath)
  if (nearest !== undefined) return `${formatPath(nearest)} (${labelAt(nearest) ?? 'its default'})`
  return valueAt(domain, path) === undefined ? `${said}: added, as libvirt does` : `${said}: its default`
}

/** The note at a place or around it, else the first one below. */
function noteAt(path: Path, notes: readonly Note[]): Note | undefined {
  const around = notes
    .filter((note) => startsWith(path, note.path))
    .toSorted((one, other) => other.path.length - one.path.length)
  return around[0] ?? notes.find((note) => startsWith(note.path, path))
}

/** What the design says around a place: a map or an item of a list that the place belongs to, but no list of devices. */
function nearestSaid(spec: unknown, path: Path): Path | undefined {
  for (let length = path.length - 1; length > 0; length -= 1) {
    const around = path.slice(0, length)
    const value = valueAt(spec, around)
    if (value === undefined) continue
    const isWhole =
      around[0] === 'libvirt' && (around.length < 2 || (around[1] === 'devices' && around.length < 4))
    return isWhole ? undefined : around
  }
  return undefined
}
