/** How many huge pages a design needs of each node, how many there are, and the commands that set them aside. */
import type { Domain } from '../domain/index.ts'
import { sizeInBytes } from '../table/index.ts'
import { parseCpuList } from './cpu-list.ts'
import type { HostFacts } from './facts.ts'
import { known } from './readers/reader.ts'

/** Pages of one size on one node. */
export interface HugePageNeed {
  /** The host's NUMA node; missing when the design leaves it open. */
  readonly node?: number
  readonly sizeKib: number
  readonly needed: number
  /** Pages of the pool; missing when not known. */
  readonly total?: number
  readonly free?: number
  /** False when there are too few; missing when not known. */
  readonly enough?: boolean
}

export interface HugePages {
  readonly needs: readonly HugePageNeed[]
  /** A sentence for each need. */
  readonly sentences: readonly string[]
  /** Until the next start of the host. */
  readonly now: readonly string[]
  /** What makes them there from the start: words for the kernel command line, and a file for sysctl. */
  readonly kernelWords: readonly string[]
  readonly sysctl?: string
}

/** The size that x86 and most others have when nobody says another. */
const defaultSizeKib = 2048

/**
 * Counts the huge pages of a design.
 * @param domain the resolved domain
 * @returns undefined when the design has no huge pages
 */
export function hugePages(facts: HostFacts | undefined, domain: Domain): HugePages | undefined {
  if (domain.memory_backing?.hugepages === undefined) return undefined
  const wanted = new Map<string, { readonly node?: number; readonly sizeKib: number; kib: number }>()
  for (const { cell, kib } of cellsOf(domain)) {
    const node = hostNodeOf(domain, cell) ?? (facts?.numa?.length === 1 ? facts.numa[0]?.node : undefined)
    const sizeKib = pageSizeOf(domain, cell)
    const key = `${node ?? ''}/${sizeKib}`
    const need = wanted.get(key) ?? { ...known('node', node), sizeKib, kib: 0 }
    need.kib += kib
    wanted.set(key, need)
  }
  const needs = [...wanted.values()].map(({ node, sizeKib, kib }): HugePageNeed => {
    const needed = Math.ceil(kib / sizeKib)
    const pool = poolOf(facts, node, sizeKib)
    const free = pool?.free
    return {
      ...known('node', node),
      sizeKib,
      needed,
      ...known('total', pool?.total),
      ...known('free', free),
      ...known('enough', free === undefined ? undefined : free >= needed),
    }
  })
  const sysctl = needs.every(({ sizeKib }) => sizeKib === defaultSizeKib)
    ? `vm.nr_hugepages = ${needs.reduce((sum, need) => sum + poolFor(need), 0)}\n`
    : undefined
  return {
    needs,
    sentences: needs.map(sentenceOf),
    now: needs.map(commandOf),
    kernelWords: kernelWords(needs),
    ...known('sysctl', sysctl),
  }
}

/** The pool that leaves enough: what others use stays theirs. */
function poolFor({ needed, total, free }: HugePageNeed): number {
  return needed + (total === undefined || free === undefined ? 0 : total - free)
}

/** The pool of the whole host is spread over its nodes by the kernel. */
function commandOf(need: HugePageNeed): string {
  const { node, sizeKib } = need
  const count = poolFor(need)
  return node === undefined
    ? `echo ${count} > /sys/kernel/mm/hugepages/hugepages-${sizeKib}kB/nr_hugepages`
    : `virsh allocpages --pagesize ${sizeKib} --pagecount ${count} --cellno ${node}`
}

/** Cells of the guest with their memory; one without a number when it has no cells. */
function cellsOf(domain: Domain): { readonly cell?: number; readonly kib: number }[] {
  const cells = domain.cpu?.numa ?? []
  if (cells.length > 0) {
    return cells.map((cell, index) => ({
      cell: cell.id ?? index,
      kib: kibOf(`${cell.memory ?? '0'}${cell.unit === undefined ? '' : ` ${cell.unit}`}`),
    }))
  }
  return [{ kib: kibOf(domain.memory?.value ?? '0') }]
}

function kibOf(size: string): number {
  return Math.ceil((sizeInBytes(size, 1024) ?? 0) / 1024)
}

/** Pages are said for cells; the first without cells is for the rest. */
function pageSizeOf(domain: Domain, cell: number | undefined): number {
  const first = domain.memory_backing?.hugepages
  const pages = [first, ...(first?.more_pages ?? [])].filter((page) => page !== undefined)
  const own = pages.find(
    ({ nodeset }) => cell !== undefined && parseCpuList(nodeset ?? '')?.includes(cell) === true,
  )
  const size = (own ?? pages.find(({ nodeset }) => nodeset === undefined))?.size
  return size === undefined ? defaultSizeKib : Math.max(4, kibOf(size))
}

/** The one host node that the memory of a cell has to come from. */
function hostNodeOf(domain: Domain, cell: number | undefined): number | undefined {
  const own = domain.numatune?.memnodes?.find(({ cellid }) => cell !== undefined && cellid === cell)
  const nodes = parseCpuList((own ?? domain.numatune?.memory)?.nodeset ?? '') ?? []
  return nodes.length === 1 ? nodes[0] : undefined
}

/** The pool of one node, or of all nodes together. */
function poolOf(facts: HostFacts | undefined, node: number | undefined, sizeKib: number) {
  const pools = (facts?.numa ?? [])
    .filter((one) => node === undefined || one.node === node)
    .flatMap((one) => one.huge_pages?.filter((pool) => pool.size_kib === sizeKib) ?? [])
  if (pools.length === 0) return undefined
  const total = pools.reduce((sum, pool) => sum + pool.total, 0)
  const free = pools.every((pool) => pool.free !== undefined)
    ? pools.reduce((sum, pool) => sum + (pool.free ?? 0), 0)
    : undefined
  return { total, free }
}

function sentenceOf({ node, sizeKib, needed, total, free }: HugePageNeed): string {
  const where = node === undefined ? 'of the host' : `of node ${node}`
  const need = `${needed} pages of ${sizeText(sizeKib)} ${where} are needed`
  if (free === undefined) return total === undefined ? `${need}.` : `${need}, of ${total} in the pool.`
  return free >= needed ? `${need}, and ${free} are free.` : `${need}, and only ${free} of ${total} are free.`
}

/** `2M`, `1G`. */
function sizeText(sizeKib: number): string {
  if (sizeKib % (1024 * 1024) === 0) return `${sizeKib / 1024 / 1024}G`
  return sizeKib % 1024 === 0 ? `${sizeKib / 1024}M` : `${sizeKib}K`
}

/** `hugepages=0:8,1:8` counts for each node. Source: kernel-parameters.txt; nodes since Linux 5.16. */
function kernelWords(needs: readonly HugePageNeed[]): string[] {
  const sizes = [...new Set(needs.map(({ sizeKib }) => sizeKib))]
  return sizes.flatMap((sizeKib) => {
    const own = needs.filter((need) => need.sizeKib === sizeKib)
    const counts = own.every(({ node }) => node !== undefined && own.length > 1)
      ? own.map((need) => `${need.node}:${poolFor(need)}`).join(',')
      : String(own.reduce((sum, need) => sum + poolFor(need), 0))
    return [`hugepagesz=${sizeText(sizeKib)}`, `hugepages=${counts}`]
  })
}
