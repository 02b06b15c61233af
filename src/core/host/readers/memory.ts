/** `numactl -H` and /proc/meminfo. Sources: numactl(8); Documentation/filesystems/proc.rst of the kernel. */
import { formatCpuList } from '../cpu-list.ts'
import type { HostFacts } from '../facts.ts'
import { counted, type HostLine, known, type ReaderResult, wholeNumber } from './reader.ts'

interface Node {
  cpus?: string
  memory_kib?: number
  free_kib?: number
  distances?: number[]
}

/** Reads nodes, their CPUs, sizes and distances. */
export function readNumactl(lines: readonly HostLine[]): ReaderResult {
  const nodes = new Map<number, Node>()
  const nodeOf = (text: string | undefined): Node => {
    const number = Number(text)
    const node = nodes.get(number) ?? {}
    nodes.set(number, node)
    return node
  }
  for (const { text } of lines) {
    const [, number, what, value = ''] = /^node (\d{1,5}) (cpus|size|free):(.*)$/.exec(text.trim()) ?? []
    if (what === 'cpus') nodeOf(number).cpus = formatCpuList(numbers(value.trim()))
    else if (what === 'size' || what === 'free') {
      const megabytes = wholeNumber(/^(\d{1,12}) MB$/.exec(value.trim())?.[1])
      if (megabytes !== undefined)
        nodeOf(number)[what === 'size' ? 'memory_kib' : 'free_kib'] = megabytes * 1024
    } else {
      const [, row, distances = ''] = /^(\d{1,5}):\s([\d\s]+)$/.exec(text.trim()) ?? []
      if (row !== undefined) nodeOf(row).distances = numbers(distances)
    }
  }
  const numa = [...nodes].sort(([a], [b]) => a - b).map(([node, facts]) => ({ node, ...facts }))
  const facts: HostFacts = { numa }
  return {
    kind: 'numactl',
    title: 'numactl -H',
    summary: counted(numa.length, 'NUMA node'),
    facts,
    findings: [],
  }
}

/** Reads memory and the pool of the default huge page size. They are of the whole host: node 0 when it has one node. */
export function readMeminfo(lines: readonly HostLine[]): ReaderResult {
  const fields = new Map<string, number>()
  for (const { text } of lines) {
    const [, name, amount] = /^(\w+(?:\(\w+\))?):\s+(\d{1,15})(?: kB)?$/.exec(text.trim()) ?? []
    if (name !== undefined) fields.set(name, Number(amount))
  }
  const size = fields.get('Hugepagesize')
  const total = fields.get('HugePages_Total')
  const pool =
    size === undefined || total === undefined
      ? undefined
      : [{ size_kib: size, total, ...known('free', fields.get('HugePages_Free')) }]
  const memory = fields.get('MemTotal')
  const numa = [
    {
      node: 0,
      ...known('memory_kib', memory),
      ...known('free_kib', fields.get('MemFree')),
      ...known('huge_pages', pool),
    },
  ]
  const gibibytes = memory === undefined ? undefined : `${(memory / 1024 / 1024).toFixed(1)} GiB`
  const pages = total === undefined ? undefined : counted(total, 'huge page')
  return {
    kind: 'meminfo',
    title: '/proc/meminfo',
    summary: [gibibytes, pages].filter((word) => word !== undefined).join(', ') || 'memory',
    facts: { numa },
    findings: [],
  }
}

function numbers(text: string): number[] {
  return text.split(/\s+/).flatMap((word) => wholeNumber(word) ?? [])
}
