/** What was read about the host, text by text: each says its part of HostFacts and can be dropped again. */
import {
  type Finding,
  type HostFacts,
  type HostText,
  type HostTextSource,
  mergeHostFacts,
  type Severity,
} from './core.ts'

/** Something that was said about a text when it was read. */
export interface SourceFinding {
  readonly severity: Severity
  readonly message: string
  /** Counted from 1 in the text as it was pasted. */
  readonly line?: number | undefined
}

/** One thing that a text said about the host. */
export interface HostSource {
  readonly id: string
  /** What printed it: `lspci -nnk`, `IOMMU listing`. */
  readonly title: string
  /** What was in it: `14 functions, 2 graphics cards`. */
  readonly summary: string
  /** The name of the file; undefined when it was pasted. */
  readonly file: string | undefined
  /** When it was read, in milliseconds since 1970. */
  readonly readAt: number
  readonly facts: HostFacts
  readonly findings: readonly SourceFinding[]
}

/** What of a reading belongs to no source: there was none. */
export interface ReadHost {
  readonly sources: readonly HostSource[]
  readonly findings: readonly SourceFinding[]
}

/**
 * The sources of one text. Each finding goes to the source in whose lines it lies, else to the last one before it.
 *
 * @param file the name of the file, undefined for what was pasted
 * @param now milliseconds since 1970
 */
export function hostSourcesOf(read: HostText, file: string | undefined, now: number): ReadHost {
  const findings = read.findings.map(sourceFinding)
  if (read.sources.length === 0) return { sources: [], findings }
  const owner = read.findings.map((finding) => ownerOf(finding, read.sources))
  const sources = read.sources.map(
    ({ title, summary, facts }, index): HostSource => ({
      id: `${now.toString(36)}-${counter()}`,
      title,
      summary,
      file,
      readAt: now,
      facts,
      findings: findings.filter((_, at) => owner[at] === index),
    }),
  )
  return { sources, findings: [] }
}

let count = 0

function counter(): number {
  count += 1
  return count
}

function sourceFinding({ severity, message, position }: Finding): SourceFinding {
  return position === undefined ? { severity, message } : { severity, message, line: position.line }
}

function ownerOf({ position }: Finding, sources: readonly HostTextSource[]): number {
  if (position === undefined) return 0
  const before = sources.filter((source) => source.position.line <= position.line)
  return Math.max(0, before.length - 1)
}

/** `sources` with `more` at the end; what says exactly the same as a new one makes place for it. */
export function withSources(
  sources: readonly HostSource[],
  more: readonly HostSource[],
): readonly HostSource[] {
  const texts = new Set(more.map(sameAs))
  return [...sources.filter((source) => !texts.has(sameAs(source))), ...more]
}

function sameAs({ title, facts }: HostSource): string {
  return `${title} ${JSON.stringify(facts)}`
}

/** All that is known: the sources in their order, what was typed last. Undefined when nothing is. */
export function hostOf(
  sources: readonly HostSource[],
  typed: HostFacts | undefined,
): { readonly host: HostFacts | undefined; readonly findings: readonly Finding[] } {
  const parts = [...sources.map(({ facts }) => facts), ...(typed === undefined ? [] : [typed])]
  const [first, second] = parts
  if (second === undefined) return { host: first, findings: [] }
  const { facts, findings } = mergeHostFacts(parts)
  return { host: facts, findings }
}
