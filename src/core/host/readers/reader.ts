/** What the readers of one kind of text have in common. */
import type { Finding } from '../../finding.ts'
import type { HostFacts } from '../facts.ts'
import type { HostTextKind } from '../host-text.ts'

/** One line of a paste: clean of colours, and its number there. */
export interface HostLine {
  readonly text: string
  /** Counts from 1. */
  readonly line: number
}

/** What a reader makes of its text. */
export interface ReaderResult {
  readonly kind: HostTextKind
  readonly title: string
  readonly summary: string
  readonly facts: HostFacts
  readonly findings: readonly Finding[]
}

/** A key with a value, unless it is not known: HostFacts have no `undefined`. */
export function known<K extends string, V>(key: K, value: V | undefined): { readonly [key in K]?: V } {
  const result: { [key in K]?: V } = {}
  if (value !== undefined) result[key] = value
  return result
}

/** A whole number from 0; undefined for anything else. */
export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text.trim()) ? Number(text.trim()) : undefined
}

/** `1 function`, `2 functions`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}

/** A warning at a line. */
export function atLine(
  code: Finding['code'],
  message: string,
  line: number,
  severity: Finding['severity'] = 'warning',
): Finding {
  return { code, severity, path: [], position: { line, column: 1 }, message }
}
