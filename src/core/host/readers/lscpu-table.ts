/**
 * `lscpu -e`, `lscpu -p` and `lscpu -e -J`: one row for each logical CPU. Columns may be chosen and stand in any order.
 * Cores are numbered over the whole host there. Source: lscpu(1) of util-linux.
 */
import type { Finding } from '../../finding.ts'
import type { HostCpu } from '../facts.ts'
import { areColumns } from './lscpu-words.ts'
import { atLine, counted, type HostLine, known, type ReaderResult, wholeNumber } from './reader.ts'

/** True for the line of heads of `lscpu -e`. */
export function beginsLscpuTable(text: string): boolean {
  return areColumns(text.trim().split(/\s+/))
}

/** True for the comment that names the columns of `lscpu -p`. */
export function beginsLscpuParsable(text: string): boolean {
  return text.startsWith('# ') && areColumns(text.slice(2).trim().split(','))
}

/** Reads the header and rows of `lscpu -e`. */
export function readLscpuTable(lines: readonly HostLine[]): ReaderResult {
  const [header, ...rows] = lines
  const columns = (header?.text ?? '').trim().split(/\s+/)
  return tableResult(
    'lscpu -e',
    rows.map(({ text, line }) => ({ line, row: rowOf(columns, text.trim().split(/\s+/)) })),
  )
}

/** Reads the rows of `lscpu -p`, whose columns are named in the last comment. */
export function readLscpuParsable(lines: readonly HostLine[]): ReaderResult {
  const [header, ...rows] = lines
  const columns = (header?.text ?? '').replace(/^#\s*/, '').trim().split(',')
  return tableResult(
    'lscpu -p',
    rows.map(({ text, line }) => ({ line, row: rowOf(columns, text.trim().split(',')) })),
  )
}

/** The only cell with blanks is the name of the model: what stands right of it is counted from the end. */
function rowOf(columns: readonly string[], cells: readonly string[]): LscpuRow['row'] {
  const name = columns.findIndex((column) => column.toLowerCase() === 'modelname')
  const more = Math.max(0, cells.length - columns.length)
  return new Map(
    columns.map((column, at) => [column.toLowerCase(), cells[name !== -1 && at > name ? at + more : at]]),
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
  const off = wordForOff(rows)
  for (const { row, line } of rows) {
    const thread = threadOf(row, off)
    if (thread !== undefined) threads.push(thread)
    else if (findings.length === 0)
      findings.push(atLine('host.lscpu.row', 'This row has no number of a CPU; it was left out.', line))
  }
  const cores = new Set(threads.map(({ socket = 0, core, cpu }) => `${socket}/${core ?? `cpu${cpu}`}`)).size
  const offline = threads.filter(({ online }) => online === false).length
  return {
    kind: title === 'lscpu -e -J' ? 'lscpu-json' : 'lscpu-table',
    title,
    summary: [
      counted(threads.length, 'CPU'),
      counted(cores, 'core'),
      ...(offline === 0 ? [] : [`${offline} offline`]),
    ].join(', '),
    facts: threads.length === 0 ? {} : { cpu: { threads } },
    findings,
  }
}

/** How other programs and other scripts than lscpu's own say it. */
const wordsForOff = ['no', 'n', 'false', '0', 'off', 'offline']

/**
 * The word for no in the column ONLINE, in the language of the host. A CPU that is off has no clock, and older versions
 * know no caches of it. Where that tells nothing: the first CPU can't be turned off on a PC.
 */
function wordForOff(rows: readonly LscpuRow[]): ReadonlySet<string> {
  const words = new Set(rows.flatMap(({ row }) => onlineOf(row) ?? []))
  const english = wordsForOff.filter((word) => words.has(word))
  if (english.length > 0 || words.size < 2) return new Set(english)
  const idle = rows.filter(({ row }) => [...row.values()].some((cell) => cell === '-' || cell === ':::'))
  if (idle.length > 0 && idle.length < rows.length)
    return new Set(idle.flatMap(({ row }) => onlineOf(row) ?? []))
  const first = rows.find(({ row }) => wholeNumber(row.get('cpu')) === 0)
  const yes = first === undefined ? undefined : onlineOf(first.row)
  return new Set([...words].filter((word) => yes !== undefined && word !== yes))
}

function onlineOf(row: LscpuRow['row']): string | undefined {
  return row.get('online')?.toLowerCase()
}

function threadOf(row: LscpuRow['row'], off: ReadonlySet<string>): HostCpu | undefined {
  const cpu = wholeNumber(row.get('cpu'))
  if (cpu === undefined) return undefined
  const caches = cachesOf(row)
  // Some languages have a comma there.
  const mhz = Number(row.get('maxmhz')?.replace(',', '.'))
  const online = onlineOf(row)
  return {
    cpu,
    ...known('socket', wholeNumber(row.get('socket'))),
    ...known('core', wholeNumber(row.get('core'))),
    ...known('node', wholeNumber(row.get('node'))),
    ...known('l2', wholeNumber(caches.get('l2'))),
    ...known('l3', wholeNumber(caches.get('l3'))),
    ...known('max_mhz', Number.isFinite(mhz) && mhz > 0 ? Math.round(mhz) : undefined),
    ...(online !== undefined && off.has(online) ? { online: false } : {}),
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
