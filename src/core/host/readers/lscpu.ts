/** `lscpu` and `lscpu -J`: the same fields, as lines or as JSON. Source: lscpu(1) of util-linux. */
import { ownValue } from '../../text/index.ts'
import { parseCpuList } from '../cpu-list.ts'
import type { HostCpu, HostFacts } from '../facts.ts'
import { counted, type HostLine, known, type ReaderResult, wholeNumber } from './reader.ts'

/** Reads the lines of lscpu. */
export function readLscpu(lines: readonly HostLine[]): ReaderResult {
  const fields = new Map<string, string>()
  for (const { text } of lines) {
    const colon = text.indexOf(':')
    if (colon > 0) fields.set(text.slice(0, colon).trim(), text.slice(colon + 1).trim())
  }
  return lscpuResult(fields, 'lscpu')
}

/**
 * What the fields say. The CPUs of each node are said one by one, sockets and cores only as numbers: those are no
 * `threads`, since nobody knows which CPU is whose sibling.
 */
export function lscpuResult(fields: ReadonlyMap<string, string>, title: 'lscpu' | 'lscpu -J'): ReaderResult {
  const flags = fields
    .get('Flags')
    ?.split(/\s+/)
    .filter((flag) => flag !== '')
  const numa = [...fields].flatMap(([key, value]) => {
    const node = wholeNumber(/^NUMA node(\d{1,5}) CPU\(s\)$/.exec(key)?.[1])
    return node === undefined ? [] : [{ node, cpus: value }]
  })
  const threads = threadsByNode(numa)
  const model = notEmpty(fields.get('Model name'))
  const cpu = {
    ...known('model', model),
    ...known('flags', flags),
    ...known('l3_kib', oneCacheKib(fields.get('L3 cache') ?? fields.get('L3'))),
    ...known('threads', threads.length === 0 ? undefined : threads),
  }
  const facts: HostFacts = {
    ...known('arch', notEmpty(fields.get('Architecture'))),
    ...known('cpu_vendor', notEmpty(fields.get('Vendor ID'))),
    ...(Object.keys(cpu).length === 0 ? {} : { cpu }),
    ...(numa.length === 0 ? {} : { numa }),
  }
  const count = wholeNumber(fields.get('CPU(s)'))
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

function threadsByNode(numa: readonly { readonly node: number; readonly cpus: string }[]): HostCpu[] {
  const threads = numa.flatMap(({ node, cpus }) => (parseCpuList(cpus) ?? []).map((cpu) => ({ cpu, node })))
  return threads.sort((a, b) => a.cpu - b.cpu)
}

const kibIn: Readonly<Record<string, number>> = { K: 1, M: 1024, G: 1024 ** 2 }

/** One cache of `64 MiB (2 instances)`, in KiB. Before util-linux 2.37 it said that of one cache: `32768K`. */
function oneCacheKib(text: string | undefined): number | undefined {
  const match = /^(\d{1,9}(?:\.\d{1,3})?)\s*([KMG])(?:iB)?(?:\s*\((\d{1,5}) instances?\))?$/.exec(text ?? '')
  if (match === null) return undefined
  const [, amount = '', unit = '', instances = '1'] = match
  return Math.round((Number(amount) * (ownValue(kibIn, unit) ?? 1)) / Math.max(1, Number(instances)))
}

function notEmpty(text: string | undefined): string | undefined {
  return text === undefined || text === '' || text === '-' ? undefined : text
}
