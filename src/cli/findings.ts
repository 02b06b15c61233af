/** Findings as the command prints them. */
import {
  countByTarget,
  countFindings,
  countsInWords,
  type Design,
  type Finding,
  type FindingTarget,
  formatPath,
} from '../core/index.ts'
import type { ReadInput } from './input-formats.ts'

/** `file:line:col: code: message` and a newline; without line and column when there is no position. */
export function findingLine(file: string, { code, message, position }: Finding): string {
  const where = position ? `${file}:${position.line}:${position.column}` : file
  return `${oneLine(`${where}: ${code}: ${message}`)}\n`
}

/**
 * `file: 2 errors, 1 warning, 3 advice` and a newline; behind it how many findings are about targets that nobody asked
 * for, with the option that lists them.
 */
export function summaryLine(
  file: string,
  findings: readonly Finding[],
  elsewhere: readonly Finding[],
): string {
  const more = countByTarget(elsewhere).map(
    ({ target, words }) => `; ${words} (vmwright check --target ${target})`,
  )
  return `${oneLine(`${file}: ${countsInWords(countFindings(findings))}${more.join('')}`)}\n`
}

/** One finding of `check --json`. */
export interface PlainFinding {
  readonly file: string
  readonly code: Finding['code']
  readonly severity: Finding['severity']
  /** As `formatPath` writes it. */
  readonly path: string
  readonly message: string
  readonly line?: number
  readonly column?: number
  /** What it is about alone; missing when it is about the design as such. */
  readonly target?: FindingTarget
}

export function plainFinding(file: string, finding: Finding): PlainFinding {
  const { code, severity, path, message, position, target } = finding
  const place = position ? { line: position.line, column: position.column } : {}
  const about = target === undefined ? {} : { target }
  return { file, code, severity, path: formatPath(path), message, ...place, ...about }
}

/** The findings with positions, where the text that the design was read from has the path. */
export function placed(
  findings: readonly Finding[],
  design: Design,
  positionOf: ReadInput['positionOf'],
): Finding[] {
  return findings.map((finding) => {
    const position = finding.position ?? positionOf?.(design, finding.path)
    return position ? { ...finding, position } : finding
  })
}

/** What two stages say of the same thing once, in the order of the text, what has no place in it at the end. */
export function sorted(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, Finding>()
  for (const finding of findings) {
    const mark = JSON.stringify([
      finding.code,
      finding.path,
      finding.message,
      finding.position?.line,
      finding.target,
    ])
    if (!seen.has(mark)) seen.set(mark, finding)
  }
  const read = new Set([...seen.values()].filter(({ code }) => code.startsWith('spec.')).map(spot))
  return [...seen.values()]
    .filter((finding) => !saidByTheReader.has(finding.code) || !read.has(spot(finding)))
    .sort((one, other) => place(one) - place(other))
}

/** Rules that look again at what reading a text has looked at, since a design need not come from one. */
const saidByTheReader: ReadonlySet<string> = new Set(['field.value', 'required.missing'])

function spot({ path, position }: Finding): string {
  return `${formatPath(path)} ${position?.line ?? ''}`
}

function place({ position }: Finding): number {
  return position ? position.line * 1e6 + position.column : Number.MAX_SAFE_INTEGER
}

/** What is printed is one line, whatever a file has in its names: no line break, no escape sequence of a terminal. */
function oneLine(text: string): string {
  return inOneLine(text).replace(/\p{Cc}/gu, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `\\x${code.toString(16).padStart(2, '0')}`
  })
}

function inOneLine(text: string): string {
  const [first = '', ...others] = text.split('\n')
  if (others.length === 0) return text
  const inner = others.slice(0, -1).map((line) => line.trim())
  return [first.trimEnd(), ...inner.filter((line) => line !== ''), (others.at(-1) ?? '').trimStart()].join(
    ' ',
  )
}
