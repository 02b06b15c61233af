/** `lscpu` and `lscpu -J`: the same fields, as lines or as JSON. Source: lscpu(1) of util-linux. */
import { ownValue } from '../../text/index.ts'
import { parseCpuList } from '../cpu-list.ts'
import type { HostCpu, HostFacts } from '../facts.ts'
import { type Field, fieldOf } from './fields.ts'
import { isArchitecture, isMaker } from './lscpu-words.ts'
import { nodeinfoResult } from './nodeinfo.ts'
import { counted, type HostLine, known, type ReaderResult, wholeNumber } from './reader.ts'

/** Lines that an lscpu may begin with that grep made shorter. */
const englishNames: ReadonlySet<string> = new Set([
  'Model name',
  'Vendor ID',
  'CPU op-mode(s)',
  'CPU(s)',
  'On-line CPU(s) list',
  'Thread(s) per core',
  'Core(s) per socket',
  'Socket(s)',
  'NUMA node0 CPU(s)',
])

/** True for the first line of lscpu in any language, which says the architecture. */
export function beginsLscpu(text: string): boolean {
  const field = fieldOf(text)
  if (field === undefined) return false
  const isAligned = text.includes(`${field.name}:  `)
  return isArchitecture(field.value) || (isAligned && englishNames.has(field.name))
}

/** Reads the lines of lscpu, or of `virsh nodeinfo`, which begins alike. */
export function readLscpu(lines: readonly HostLine[]): ReaderResult {
  const fields: Field[] = []
  for (const { text } of lines) {
    const field = fieldOf(text)
    const above = fields.at(-1)
    if (field !== undefined) fields.push(field)
    // The flags are the longest line there is, and often broken.
    else if (above !== undefined && text.trim() !== '')
      fields[fields.length - 1] = { ...above, value: `${above.value} ${text.trim()}` }
  }
  return nodeinfoResult(fields) ?? lscpuResult(fields, 'lscpu')
}

/**
 * What the fields say. The CPUs of each node are said one by one, sockets and cores only as numbers: those are no
 * `threads`, since nobody knows which CPU is whose sibling. Names are translated, so that a field is known by what it
 * holds and where it stands.
 */
export function lscpuResult(fields: readonly Field[], title: 'lscpu' | 'lscpu -J'): ReaderResult {
  const flags = fields
    .map(({ value }) => value.split(/\s+/))
    .find((words) => words.length > 1 && words.some((word) => ['fpu', 'fp', 'fxsr', 'asimd'].includes(word)))
  const numa = fields.flatMap(({ name, value }) => {
    const node = name.includes('NUMA') ? wholeNumber(/\d{1,5}/.exec(name)?.[0]) : undefined
    return node === undefined || !isCpuList(value) ? [] : [{ node, cpus: value }]
  })
  const maker = fields.findIndex(({ name, value }) => isMaker(value) && !name.includes('BIOS'))
  const model = modelOf(fields, maker)
  const list = fields.find(({ value }) => isCpuList(value) && wholeNumber(value) === undefined)?.value
  const threads =
    numa.length > 0 ? threadsByNode(numa) : (parseCpuList(list ?? '') ?? []).map((cpu) => ({ cpu }))
  const l3 = fields.find(({ name }) => /\bL3\b/.test(name))?.value
  const cpu = {
    ...known('model', model),
    ...known('flags', flags),
    ...known('l3_kib', oneCacheKib(l3)),
    ...known('threads', threads.length === 0 ? undefined : threads),
  }
  const facts: HostFacts = {
    ...known('arch', fields.map(({ value }) => value).find(isArchitecture)),
    ...known('cpu_vendor', fields[maker]?.value),
    ...(Object.keys(cpu).length === 0 ? {} : { cpu }),
    ...(numa.length === 0 ? {} : { numa }),
  }
  const count = countOf(fields) ?? (threads.length === 0 ? undefined : threads.length)
  const summary = [model, count === undefined ? undefined : counted(count, 'CPU')].filter(
    (word) => word !== undefined,
  )
  return {
    kind: title === 'lscpu' ? 'lscpu' : 'lscpu-json',
    title,
    summary: summary.join(', ') || 'the processor',
    facts,
    findings: [],
  }
}

/** The first word that is none of the numbers below the maker: older versions say family and model before the name. */
function modelOf(fields: readonly Field[], maker: number): string | undefined {
  const named = fields.find(({ name }) => name === 'Model name')
  const below = maker === -1 ? [] : fields.slice(maker + 1, maker + 6)
  const found =
    named ??
    below.find(({ name, value }) => /\p{L}/u.test(value) && !name.includes('BIOS') && !/^0x/.test(value))
  return notEmpty(found?.value)
}

/** How many CPUs there are: the number right above the list of those that are on. */
function countOf(fields: readonly Field[]): number | undefined {
  const english = wholeNumber(fields.find(({ name }) => name === 'CPU(s)')?.value)
  if (english !== undefined) return english
  const list = fields.findIndex(({ value }) => isCpuList(value) && wholeNumber(value) === undefined)
  return wholeNumber(fields[list - 1]?.value)
}

/** The text form keeps the schema of HostFacts: digits, commas, dashes. */
function isCpuList(value: string): boolean {
  return /^\d/.test(value) && parseCpuList(value) !== undefined
}

function threadsByNode(numa: readonly { readonly node: number; readonly cpus: string }[]): HostCpu[] {
  const threads = numa.flatMap(({ node, cpus }) => (parseCpuList(cpus) ?? []).map((cpu) => ({ cpu, node })))
  return threads.sort((a, b) => a.cpu - b.cpu)
}

const kibIn: Readonly<Record<string, number>> = { K: 1, M: 1024, G: 1024 ** 2 }

/** One cache of `64 MiB (2 instances)`, in KiB. Before util-linux 2.37 it said that of one cache: `32768K`. */
function oneCacheKib(text: string | undefined): number | undefined {
  const [size = '', instances = ''] = (text ?? '').split('(', 2)
  const [, amount, unit = ''] = /^(\d{1,9}(?:[.,]\d{1,3})?)\s*([KMG])(?:iB)?$/.exec(size.trim()) ?? []
  if (amount === undefined) return undefined
  const caches = Number(/^\d{1,5}/.exec(instances)?.[0] ?? 1)
  return Math.round((Number(amount.replace(',', '.')) * (ownValue(kibIn, unit) ?? 1)) / Math.max(1, caches))
}

function notEmpty(text: string | undefined): string | undefined {
  return text === undefined || text === '' || text === '-' ? undefined : text
}
