/** JSON that a paste holds: HostFacts, `lscpu -J`, `lscpu -e -J`, `pvesh get`. */
import { readJson } from '../../text/index.ts'
import { iommuGroups } from '../iommu-groups.ts'
import { readHostFacts } from '../read-facts.ts'
import type { Field } from './fields.ts'
import { lscpuResult } from './lscpu.ts'
import { tableResult } from './lscpu-table.ts'
import { isPveshRow, pveshResult } from './pvesh.ts'
import { counted, type ReaderResult } from './reader.ts'

/**
 * Reads one JSON document.
 * @returns no facts and findings (errors) with positions in `text` when it is neither
 */
export function readHostJson(text: string): ReaderResult {
  const { value, findings } = readJson(text)
  if (findings.length > 0) return hostFactsResult(text)
  const listed = Array.isArray(value) ? value.flatMap((item: unknown) => record(item) ?? []) : []
  if (listed.some(isPveshRow)) return pveshResult(listed.map(wordsOf), 'JSON')
  const root = record(value)
  const fields = root?.get('lscpu')
  if (Array.isArray(fields)) {
    const found: Field[] = []
    collect(fields, found, 0)
    return lscpuResult(found, 'lscpu -J')
  }
  const cpus = root?.get('cpus')
  if (Array.isArray(cpus)) {
    const rows = cpus.map((cpu: unknown) => ({ line: 1, row: wordsOf(record(cpu) ?? new Map()) }))
    return tableResult('lscpu -e -J', rows)
  }
  return hostFactsResult(text)
}

function hostFactsResult(text: string): ReaderResult {
  const { facts, findings } = readHostFacts(text)
  const summary = facts === undefined ? 'not read' : summaryOf(facts)
  return { kind: 'facts', title: 'HostFacts', summary, facts: facts ?? {}, findings }
}

function summaryOf(facts: ReaderResult['facts']): string {
  const words = [
    facts.cpu?.model,
    facts.cpu?.threads && counted(facts.cpu.threads.length, 'CPU'),
    facts.pci && counted(facts.pci.length, 'PCI function'),
    facts.pci && counted(iommuGroups(facts.pci).length, 'IOMMU group'),
    facts.usb && counted(facts.usb.length, 'USB device'),
  ].filter((word) => word !== undefined)
  return words.join(', ') || counted(Object.keys(facts).length, 'fact')
}

/** Since util-linux 2.37 the fields are a tree. */
function collect(fields: readonly unknown[], found: Field[], depth: number): void {
  for (const field of fields) {
    const entry = record(field)
    const name = entry?.get('field')
    const data = entry?.get('data')
    if (typeof name === 'string' && typeof data === 'string')
      found.push({ name: name.replace(/:$/, '').trim(), value: data })
    const children = entry?.get('children')
    if (Array.isArray(children) && depth < 8) collect(children, found, depth + 1)
  }
}

function record(value: unknown): ReadonlyMap<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : undefined
}

/** A record as the row of a table. */
function wordsOf(row: ReadonlyMap<string, unknown>): ReadonlyMap<string, string> {
  return new Map([...row].map(([key, cell]) => [key.toLowerCase(), words(cell)]))
}

function words(cell: unknown): string {
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}
