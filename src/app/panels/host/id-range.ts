/** A range of subordinate ids as /etc/subuid and /etc/subgid write it; subuid(5). */
import { isRecord } from '../../core.ts'

/** Reads `me:100000:65536` or `100000:65536`; undefined when it is none. */
export function readIdRange(text: string): { readonly start: number; readonly count: number } | undefined {
  const match = /^\s*(?:[^:\s]+:)?(\d{1,10}):(\d{1,10})\s*$/.exec(text)
  if (match === null) return undefined
  const count = Number(match[2])
  return count < 1 ? undefined : { start: Number(match[1]), count }
}

/** `100000:65536`; undefined when nothing is known. */
export function formatIdRange(range: unknown): string | undefined {
  return isRecord(range) ? `${range['start']}:${range['count']}` : undefined
}
