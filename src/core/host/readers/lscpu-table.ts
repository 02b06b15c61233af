/**
 * `lscpu -e`, `lscpu -p` and `lscpu -e -J`: one row for each logical CPU. Columns may be chosen and stand in any order.
 * Cores are numbered over the whole host there. Source: lscpu(1) of util-linux.
 */
import type { Finding } from '../../finding.ts'
import type { HostCpu } from '../facts.ts'
import { atLine, counted, type HostLine, known, type ReaderResult, wholeNumber } from './reader.ts'

/** Reads the header and rows of `lscpu -e`. */
export function readLscpuTable(lines: readonly HostLine[]): ReaderResult {
  const [header, ...rows] = lines
  const columns = (header?.text ?? '').trim().split(/\s+/)
  const named = rows.map(({ text, line }) => ({ line, cells: text.trim().split(/\s+/) }))
  return tableResult(
    'lscpu -e',
    named.map(({ cells, line }) => ({
      line,
      row: new Map(columns.map((name, at) => [name.toLowerCase(), cells[at]])),
    })),
  )
}

/** Reads the rows of `lscpu -p`, whose columns are named in the last comment. */
export function readLscpuParsable(lines: readonly HostLine[]): ReaderResult {
  const [header, ...rows] = lines
  const columns = (header?.text ?? '').replace(/^#\s*/, '').trim().split(',')
  return tableResult(
    'lscpu -p',
    rows.map(({ text, line }) => {
      const cells = text.trim().split(',')
      return { line, row: new Map(columns.map((name, at) => [name.toLowerCase(), cells[at]])) }
    }),
  )
}

/** One row: the name of a column in lower case, and its cell. */
export interface LscpuRow {
  readonly line: number
  readonly row: ReadonlyMap<string, string | undefined>
}

/** What the rows say, whatever they were written as. */
export function tableResult(title: string, rows: readonly LscpuRow[]): ReaderResult {
  const threads: HostCpu[] = []
  const findings: Finding[] = []
  for (const { row, line } of rows) {
    const thread = threadOf(row)
    if (thread !== undefined) threads.push(thread)
    else if (findings.length === 0)
      findings.push(atLine('host.lscpu.row', 'This row has no number of a CPU; it was left out.', line))
  }
  const cores = new Set(threads.map(({ socket = 0, core, cpu }) => `${socket}/${core ?? `cpu${cpu}`}`)).size
  return {
    kind: title === 'lscpu -e -J' ? 'lscpu-json' : 'lscpu-table',
    title,
    summary: `${counted(threads.length, 'CPU')}, ${counted(cores, 'core')}`,
    facts: threads.length === 0 ? {} : { cpu: { threads } },
    findings,
  }
}

function threadOf(row: LscpuRow['row']): HostCpu | undefined {
  const cpu = wholeNumber(row.get('cpu'))
  if (cpu === undefined) return undefined
  const caches = cachesOf(row)
  const mhz = Number(row.get('maxmhz'))
  const online = row.get('online')
  return {
    cpu,
    ...known('socket', wholeNumber(row.get('socket'))),
    ...known('core', wholeNumber(row.get('core'))),
    ...known('node', wholeNumber(row.get('node'))),
    ...known('l2', wholeNumber(caches.get('l2'))),
    ...known('l3', wholeNumber(caches.get('l3'))),
    ...known('max_mhz', Number.isFinite(mhz) && mhz > 0 ? Math.round(mhz) : undefined),
    ...(online === 'no' || online === 'false' || online === 'N' ? { online: false } : {}),
  }
}

/** The column `L1d:L1i:L2:L3` holds several, and each may have a column of its own (`lscpu -p`). */
function cachesOf(row: LscpuRow['row']): ReadonlyMap<string, string> {
  const caches = new Map<string, string>()
  for (const [name, cell = ''] of row) {
    const cells = cell.split(':')
    for (const [at, cache] of name.split(':').entries()) caches.set(cache, cells[at] ?? '')
  }
  return caches
}
