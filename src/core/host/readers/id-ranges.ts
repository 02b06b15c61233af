/** /etc/subuid and /etc/subgid: `me:100000:65536`. Source: subuid(5). */
import type { Finding } from '../../finding.ts'
import type { HostFacts } from '../facts.ts'
import { atLine, counted, type HostLine, type ReaderResult } from './reader.ts'

/** A line of those files; in front there may be the name of the file, as grep prints it. */
export const idRangeLine = /^(?:\/etc\/sub([ug])id:)?([a-z0-9_][\w.@\\$-]{0,255}):(\d{1,10}):(\d{1,10})$/i

/**
 * Reads the ranges of one person.
 * @param kind which file it is; `undefined` when nothing said so, and it is then taken for both
 */
export function readIdRanges(
  lines: readonly HostLine[],
  kind: 'subuid' | 'subgid' | undefined,
): ReaderResult {
  const ranges = lines.flatMap(({ text, line }) => {
    const [, , name, start, count] = idRangeLine.exec(text.trim()) ?? []
    return name === undefined || Number(count) < 1
      ? []
      : [{ line, name, start: Number(start), count: Number(count) }]
  })
  const first = ranges[0]
  const names = [...new Set(ranges.map(({ name }) => name))]
  const title = kind === undefined ? '/etc/subuid, /etc/subgid' : `/etc/${kind}`
  if (first === undefined)
    return { kind: kind ?? 'subuid', title, summary: 'no range', facts: {}, findings: [] }
  const findings: Finding[] = []
  if (names.length > 1) {
    const others = names.slice(1, 6).join(', ')
    const message = `${title} has ranges of several users; that of ${first.name} was taken and not those of ${others}. Paste your own line alone.`
    findings.push(atLine('host.id-ranges.several-users', message, first.line, 'advice'))
  }
  if (kind === undefined) {
    const message =
      'Nothing says whether this is /etc/subuid or /etc/subgid; it was taken for both, which mostly are alike.'
    findings.push(atLine('host.id-ranges.which-file', message, first.line, 'advice'))
  }
  const range = { start: first.start, count: first.count }
  const user = {
    // A line may name the person by number.
    ...(/^\d+$/.test(first.name) ? { uid: Number(first.name) } : { name: first.name }),
    ...(kind === 'subgid' ? {} : { subuid: range }),
    ...(kind === 'subuid' ? {} : { subgid: range }),
  }
  const facts: HostFacts = { user }
  return {
    kind: kind ?? 'subuid',
    title,
    summary: `${counted(first.count, 'id')} from ${first.start} for ${first.name}`,
    facts,
    findings,
  }
}
