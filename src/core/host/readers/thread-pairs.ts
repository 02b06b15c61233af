/** Unraid's page "System Devices": which CPUs are the threads of one core. */
import type { HostCpu } from '../facts.ts'
import { counted, type HostLine, type ReaderResult, wholeNumber } from './reader.ts'

/** Its headings, which say nothing themselves. */
export const unraidHeadings: ReadonlySet<string> = new Set([
  'PCI Devices and IOMMU Groups',
  'CPU Thread Pairings',
  'USB Devices',
  'SCSI Devices',
])

/** `Pair 1:	cpu 0 / cpu 6`; a core of one thread is `Single:	cpu 4`. */
export const threadPairLine = /^(?:Pair \d{1,4}|Single):\s*cpu \d{1,5}/i

/** Reads the pairs; each line is a core. */
export function readThreadPairs(lines: readonly HostLine[]): ReaderResult {
  const cores = lines.map(({ text }) =>
    text
      .slice(text.indexOf(':') + 1)
      .split('/')
      .flatMap((word) => wholeNumber(word.replace(/\bcpu\b/i, '')) ?? []),
  )
  const threads = cores.flatMap((cpus, core) => cpus.map((cpu): HostCpu => ({ cpu, core })))
  return {
    kind: 'thread-pairs',
    title: 'CPU thread pairings',
    summary: `${counted(threads.length, 'CPU')}, ${counted(cores.length, 'core')}`,
    facts: { cpu: { threads: threads.sort((a, b) => a.cpu - b.cpu) } },
    findings: [],
  }
}
