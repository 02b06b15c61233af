/** JSON that a paste holds: HostFacts, `lscpu -J`, `lscpu -e -J`. */
import { readJson } from '../../text/index.ts'
import { iommuGroups } from '../iommu-groups.ts'
import { readHostFacts } from '../read-facts.ts'
import { lscpuResult } from './lscpu.ts'
import { tableResult } from './lscpu-table.ts'
import { counted, type ReaderResult } from './reader.ts'

/**
 * Reads one JSON document.
 * @returns no facts and findings (errors) with positions in `text` when it is neither
 */
export function readHostJson(text: string): ReaderResult {
  const { value, findings } = readJson(text)
  if (findings.length > 0) return hostFactsResult(text)
  const root = record(value)
  const fields = root?.get('lscpu')
  if (Array.isArray(fields)) {
    const found = new Map<string, string>()
    collect(fields, found, 0)
    return lscpuResult(found, 'lscpu -J')
  }
  const cpus = root?.get('cpus')
  if (Array.isArray(cpus)) {
    const rows = cpus.map((cpu: unknown) => {
      const cells = [...(record(cpu) ?? [])].map(([key, cell]): [string, string] => [
        key.toLowerCase(),
        words(cell),
      ])
      return { line: 1, row: new Map(cells) }
    })
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
function collect(fields: readonly unknown[], found: Map<string, string>, depth: number): void {
  for (const field of fields) {
    const entry = record(field)
    const name = entry?.get('field')
    const data = entry?.get('data')
    if (typeof name === 'string' && typeof data === 'string') found.set(name.replace(/:$/, ''), data)
    const children = entry?.get('children')
    if (Array.isArray(children) && depth < 8) collect(children, found, depth + 1)
  }
}

function record(value: unknown): ReadonlyMap<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : undefined
}

function words(cell: unknown): string {
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}
