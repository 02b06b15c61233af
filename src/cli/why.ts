/** `vmwright why`: what an error message means, for a design or by itself. */
import {
  type Design,
  type ErrorAnswer,
  type ErrorExplanation,
  explainError,
  formatPath,
  type HostFacts,
  hasErrors,
} from '../core/index.ts'
import { findingLine } from './findings.ts'
import type { Io } from './io.ts'
import { chosen, load, loadHost, namesOf } from './load.ts'
import type { WhyCommand } from './usage.ts'

/** @returns 0 when something is known of the message, 1 when nothing is or an input could not be read */
export async function why(command: WhyCommand, io: Io): Promise<number> {
  const read = await io.read(command.message)
  if ('refused' in read) {
    io.stderr(`vmwright: ${command.message} cannot be read: ${read.refused}\n`)
    return 1
  }
  const host = await loadHost(command.host, io)
  for (const finding of host.findings) io.stderr(findingLine(command.host ?? '', finding))
  if (hasErrors(host.findings)) return 1
  const about =
    command.input === undefined
      ? { design: undefined }
      : await oneDesign(command.input, command, host.facts, io)
  if (about === undefined) return 1
  const explained = explainError(read.text, about.design, host.facts)
  if (command.json) io.stdout(`${JSON.stringify(plain(explained), undefined, 2)}\n`)
  else io.stdout(inWords(explained))
  return explained.answers.length > 0 ? 0 : 1
}

/** The one design that is meant; undefined when it was said why there is none. */
async function oneDesign(
  input: string,
  command: WhyCommand,
  host: HostFacts | undefined,
  io: Io,
): Promise<{ readonly design: Design } | undefined> {
  const loaded = await load(input, command.from, host, io)
  const { designs, findings } = chosen(loaded, command.vm)
  const [design, another] = designs
  if (design !== undefined && another === undefined) return { design }
  for (const finding of [...loaded.findings, ...findings]) io.stderr(findingLine(loaded.file, finding))
  if (another !== undefined)
    io.stderr(`vmwright: There are several VMs in ${input}: ${namesOf(designs)}. Say one with --vm NAME.\n`)
  return undefined
}

function inWords({ answers, unknown, isCut, mayBeTranslated }: ErrorExplanation): string {
  const blocks = answers.map(answerInWords)
  if (isCut) blocks.unshift('The text is long: only its end was looked at.')
  if (unknown.length > 0) {
    const hint = mayBeTranslated
      ? ' It may be a translation: run the command again with LC_ALL=C before it.'
      : ''
    blocks.push(['Not known:', ...unknown.map((message) => `  ${printable(message)}`)].join('\n') + hint)
  }
  if (blocks.length === 0) blocks.push('There is no message in the text.')
  return `${blocks.join('\n\n')}\n`
}

function answerInWords({ code, cause, places, fix, command, matched }: ErrorAnswer): string {
  const lines = [`${code}: ${printable(cause)}`, `  said: ${printable(matched)}`]
  for (const place of places) lines.push(`  where: ${printable(formatPath(place))}`)
  if (fix !== undefined) lines.push(`  fix: ${printable(fix.title)}`)
  for (const line of command?.split('\n') ?? []) lines.push(`  on the host: ${printable(line)}`)
  return lines.join('\n')
}

/** No control character of a pasted message gets to the terminal. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ')
}

function plain({ answers, ...more }: ErrorExplanation) {
  return { answers: answers.map((answer) => ({ ...answer, places: answer.places.map(formatPath) })), ...more }
}
