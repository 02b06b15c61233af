/** What an error message means for a design: its cause, its place, what mends it. */
import { installCommands } from '../exports/index.ts'
import { type Finding, type Fix, formatPath, type Path, parsePath, severities } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import { samePath, startsWith, valueAt } from '../path.ts'
import { type Resolved, resolve } from '../resolve/index.ts'
import { checkDesign, placedInSpec, ruleContext } from '../rules/index.ts'
import type { Design } from '../spec/index.ts'
import { canBeAShellWord, quoteForShell } from '../text/index.ts'
import type { Cause, CauseFix, Speaker } from './cause.ts'
import { type CauseCode, type KnownMessage, knownMessages } from './known-messages.ts'
import { findMessage, type MessageMatch } from './message-pattern.ts'
import { type MessagePlaces, messagePlaces } from './message-places.ts'
import { type ErrorRecord, errorRecords, messageItself, mostOfText } from './records.ts'

/** One cause that a message may have. */
export interface ErrorAnswer {
  /** The id of a rule that says the same, else a code of its own; never changes. */
  readonly code: CauseCode
  readonly by: Speaker
  /** What is the matter and what to do, as sentences. */
  readonly cause: string
  /** Where the design says it: paths into its spec, the likeliest first; none where nobody knows. */
  readonly places: readonly Path[]
  /** What mends the design, where that is certain. */
  readonly fix?: Fix
  /** Commands for the host, each on a line of its own. */
  readonly command?: string
  /** The part of the text that was understood, in one line. */
  readonly matched: string
}

export interface ErrorExplanation {
  /** The likeliest first. */
  readonly answers: readonly ErrorAnswer[]
  /** Messages that nothing is known about, each in one line. */
  readonly unknown: readonly string[]
  /** True when the text is longer than what was looked at: its end. */
  readonly isCut: boolean
  /** True when what is not known may be a translation: `LC_ALL=C` before the command gives English. */
  readonly mayBeTranslated: boolean
}

/** More answers to one paste are no help. */
const mostAnswers = 8

/**
 * Explains the messages of virsh, virt-manager, QEMU, passt, swtpm, virtiofsd and the kernel.
 *
 * @param text what was pasted: lines may be broken, and have times, names of programs and a traceback around them
 * @param design what was to run; without it no places and no fixes are found
 * @param host what is known of it: which command installs a program
 * @returns answers, best first; what is not known is said
 */
export function explainError(
  text: string,
  design?: Design | undefined,
  host?: HostFacts | undefined,
): ErrorExplanation {
  const records = errorRecords(text)
  const there = design && inDesign(design, host)
  const whole = records.map(({ squeezed }) => squeezed.text).join('\n')
  const candidates = knownMessages().filter(({ pattern }) =>
    whole.includes(pattern.fixed[pattern.anchor] ?? ''),
  )
  const found = records.map((record) => ({ record, hits: bestHits(record, candidates, there) }))
  const answers = found.flatMap(({ record, hits }) => hits.map((hit) => answerOf(record, hit, there, host)))
  const unknown = found
    .filter(({ hits }) => hits.length === 0)
    .map(({ record }) => messageItself(record))
    .filter((message) => /\p{L}{3}/u.test(message) && !isAroundMessages(message))
  return {
    answers: ranked(answers, there).slice(0, mostAnswers),
    unknown: [...new Set(unknown)].slice(0, mostAnswers),
    isCut: text.length > mostOfText,
    mayBeTranslated: unknown.some((message) => /[^\p{ASCII}‘’“”…–]/u.test(message)),
  }
}

/** A design, and what is found of it when it is first asked for. */
interface InDesign {
  readonly design: Design
  readonly host: HostFacts | undefined
  readonly resolved: Resolved
  readonly findings: readonly Finding[]
  readonly places: MessagePlaces
}

function inDesign(design: Design, host: HostFacts | undefined): InDesign {
  const resolved = resolve(design, host, 'libvirt')
  return {
    design,
    host,
    resolved,
    findings: checkDesign(design, host, resolved),
    places: messagePlaces(resolved),
  }
}

interface Hit {
  readonly known: KnownMessage
  readonly match: MessageMatch
  readonly parts: readonly { readonly name: string | undefined; readonly value: string }[]
  /** How much of the text the message says, and whether in the same words as a quotation. */
  readonly quality: number
}

/** The messages in a record: of several that say the same piece of it, that which says most. */
function bestHits(
  record: ErrorRecord,
  candidates: readonly KnownMessage[],
  there: InDesign | undefined,
): Hit[] {
  const broken = new Set<string>(there?.findings.map(({ code }) => code))
  const isBroken = ({ code, cause }: KnownMessage) =>
    broken.has(code) || (cause?.rules?.some((one) => broken.has(one)) ?? false)
  const hits = candidates.flatMap((known) =>
    findMessage(known.pattern, record.squeezed).map((match): Hit => {
      const parts = match.parts.map(({ name, start, end }) => ({ name, value: textAt(record, start, end) }))
      const same = known.example.filter((word, index) => word !== '' && word === parts[index]?.value).length
      const isDeclared = known.example.length === 0
      const quality =
        known.pattern.weight +
        4 * same +
        (isDeclared ? declaredCounts : 0) +
        (isBroken(known) ? brokenCounts : 0)
      return { known, match, parts, quality }
    }),
  )
  const best: Hit[] = []
  for (const hit of hits.sort((one, other) => other.quality - one.quality)) {
    const index = best.findIndex(({ match }) => match.start < hit.match.end && hit.match.start < match.end)
    const over = best[index]
    if (over === undefined) best.push(hit)
    // The same said in fewer words may name parts.
    else if (over.known.code === hit.known.code)
      best[index] = { ...over, parts: [...over.parts, ...hit.parts] }
  }
  return best
}

/** A message of the tables names its parts, which a quotation does not. */
const declaredCounts = 5

/** That the design breaks the rule counts more than a few words. */
const brokenCounts = 40

/** @param ofLines what stands where a line ends: nothing in a value, since it may have been broken within a word */
function textAt({ text, squeezed }: ErrorRecord, start: number, end: number, ofLines = ''): string {
  const from = squeezed.places[start] ?? 0
  const to = (squeezed.places[end - 1] ?? 0) + 1
  const lines = text.slice(from, to).split('\n')
  return lines
    .map((line) => line.trim())
    .join(ofLines)
    .replaceAll(/\s+/g, ' ')
}

function answerOf(
  record: ErrorRecord,
  hit: Hit,
  there: InDesign | undefined,
  host: HostFacts | undefined,
): ErrorAnswer {
  const { known, match, parts } = hit
  const named = new Map(
    parts.flatMap(({ name, value }) => (name === undefined ? [] : [[name, value] as const])),
  )
  const places = there === undefined ? [] : domainPlaces(record, hit, there)
  const finding = there && findingOf([known.code, ...(known.cause?.rules ?? [])], places, there)
  const inSpec =
    there === undefined ? [] : places.map((path) => placedInSpec(contextOf(there), problemAt(path)).path)
  const fix = finding?.fix ?? (there && known.cause?.fix && fixAt(known.cause.fix, places, there))
  const command = known.cause && commandOf(known.cause, named, host)
  return {
    code: finding?.code ?? known.code,
    by: known.by,
    cause: finding?.message ?? causeOf(known, named, there !== undefined),
    places: distinct(finding === undefined ? inSpec : [finding.path]),
    ...(fix === undefined ? {} : { fix }),
    ...(command === undefined ? {} : { command }),
    matched: textAt(record, match.start, match.end, ' ').slice(0, mostShown),
  }
}

const mostShown = 400

function distinct(paths: readonly Path[]): Path[] {
  return paths.filter(
    (path, index) => path.length > 0 && paths.findIndex((one) => samePath(one, path)) === index,
  )
}

function problemAt(at: Path) {
  return { at, message: '' }
}

function contextOf({ design, host, resolved }: InDesign) {
  return ruleContext(design, host, resolved)
}

/** The places in the Domain: of what the message names, of the device that QEMU was told of, else that of the cause. */
function domainPlaces(record: ErrorRecord, { known, parts }: Hit, { places, resolved }: InDesign): Path[] {
  const at = known.cause?.at === undefined ? undefined : parsePath(known.cause.at)
  const named = parts
    .flatMap(({ name, value }) => places.of(value, name))
    // A message about a device of the host means its address there, and none in the guest.
    .filter((path) => at === undefined || path.at(-1) !== 'address' || startsWith(path, at))
  const expected = at === undefined ? [] : named.filter((path) => startsWith(path, at))
  if (named.length > 0) return expected.length > 0 ? expected : named
  const told = idsIn(record.text).flatMap((id) => places.ofId(id))
  if (told.length > 0) return told.slice(0, 1)
  if (at === undefined) return []
  const held = valueAt(resolved.domain, at)
  return Array.isArray(held) && held.length === 1 ? [[...at, 0]] : [at]
}

/** The ids in the option that QEMU repeats before its message. */
function idsIn(text: string): string[] {
  const ids = text.slice(0, 4000).matchAll(/"id": ?"([^"\n]{1,100})"|[,{ ]id=([^,\s]{1,100})/g)
  return [...ids].map(([, json, word]) => json ?? word ?? '')
}

/** What the rule says of this design: at one of the places, else wherever it speaks first. */
function findingOf(codes: readonly string[], places: readonly Path[], there: InDesign): Finding | undefined {
  const code = codes.find((one) => there.findings.some((finding) => finding.code === one))
  const found = there.findings.filter((finding) => finding.code === code)
  const [first] = found
  if (first === undefined || places.length === 0) return first
  const around = places.map((path) => placedInSpec(contextOf(there), problemAt(path)).path)
  return (
    found.find(({ path }) => around.some((one) => startsWith(path, one) || startsWith(one, path))) ?? first
  )
}

/** The fix of a cause at the device, or at the place that the cause names. */
function fixAt(fix: CauseFix, places: readonly Path[], there: InDesign): Fix | undefined {
  const [place] = places
  if (place === undefined) return undefined
  const at = place[0] === 'devices' ? place.slice(0, 3) : place
  const all = fix.changes.map(({ below, value }) => {
    const path = [...at, ...(parsePath(below) ?? [])]
    return value === undefined ? { at: path } : { at: path, value }
  })
  const { fix: made } = placedInSpec(contextOf(there), { at, message: '', fix: { title: fix.title, all } })
  return made !== undefined && 'changes' in made ? made : undefined
}

function causeOf(
  { cause, title, code }: KnownMessage,
  named: ReadonlyMap<string, string>,
  isInDesign: boolean,
): string {
  if (cause?.cause !== undefined) return filledIn(cause.cause, (name) => named.get(name) ?? '')
  // Words and fix are the rule's, and it has them only where it finds the mistake.
  const what = isInDesign
    ? 'This design does not have that mistake any more, or libvirt adds what has it: define the VM anew from it, and start it.'
    : 'With the design, its place and its fix are said.'
  return title === undefined ? code : `${title}. ${what}`
}

/** What a message does not name is left out, with the blank before it. */
function filledIn(text: string, partOf: (name: string) => string): string {
  return text
    .replaceAll(/\{([a-z]+)\}/g, (_, name: string) => partOf(name))
    .replaceAll('‘’', 'it')
    .replaceAll(/ ?\(\)/g, '')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ (?=[.,:;)])/g, '')
    .replaceAll(/[,:](?=\.)/g, '')
}

function commandOf(
  { run, install }: Cause,
  named: ReadonlyMap<string, string>,
  host: HostFacts | undefined,
): string | undefined {
  if (install !== undefined) {
    const commands = installCommands(install, host?.distro)
    return commands.length === 1
      ? commands[0]?.command
      : commands.map(({ command, family }) => `${command}   # ${family}`).join('\n')
  }
  if (run === undefined) return undefined
  const missing = [...run.matchAll(/\{([a-z]+)\}/g)].some(
    ([, name = '']) => !canBeAShellWord(named.get(name) ?? '\0'),
  )
  if (missing) return undefined
  return run.replaceAll(/\{([a-z]+)\}/g, (_, name: string) => quoteForShell(named.get(name) ?? ''))
}

/** Those that the design bears out first, then as they were said: the worst finding first, then the order of the text. */
function ranked(answers: readonly ErrorAnswer[], there: InDesign | undefined): ErrorAnswer[] {
  const once = new Map<string, ErrorAnswer>()
  for (const answer of answers) {
    const key = `${answer.code} ${answer.places.map(formatPath).join(' ')} ${answer.cause}`
    if (!once.has(key)) once.set(key, answer)
  }
  const weight = ({ code, places }: ErrorAnswer) => {
    const finding = there?.findings.find((one) => one.code === code)
    if (finding !== undefined) return severities.indexOf(finding.severity)
    return severities.length + (places.length > 0 ? 0 : 1)
  }
  return [...once.values()].sort((one, other) => weight(one) - weight(other))
}

/** What stands around messages and is none: tracebacks, and that something failed at all. */
function isAroundMessages(message: string): boolean {
  return aroundMessages.some((one) => one.test(message))
}

const aroundMessages: readonly RegExp[] = [
  /^(?:Traceback|File "|During handling of the above)/,
  /^Failed to (?:start|define|create|destroy|autostart) (?:domain|network|a domain)/,
  /^(?:Domain|Network) '[^']{1,80}' (?:defined|started|destroyed)/,
  /^(?:warning|See also|hint):/i,
]
