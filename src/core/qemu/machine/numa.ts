/** NUMA cells of the guest: memory, vCPUs, distances, latencies, caches. libvirt manual, NUMA topology; QEMU manual, -numa. */
import type { Domain, Item } from '../../domain/index.ts'
import { sizeInBytes } from '../../table/index.ts'
import { rangesOf } from '../../text/index.ts'
import { type Build, report } from '../build/index.ts'
import { emit, emitPairs } from '../writing/index.ts'
import { memoryBackend, wholeMebibytes } from './memory-backend.ts'

type Cpu = NonNullable<Domain['cpu']>
export type NumaCell = Item<Cpu['numa']>

export function cellBytes(cell: NumaCell): number {
  return wholeMebibytes(sizeInBytes(`${cell.memory ?? 0} ${cell.unit ?? 'KiB'}`, 1024) ?? 0)
}

/** Every cell has a backend of its own, or none when it has no memory. */
export function renderCells(build: Build, cells: readonly NumaCell[]): void {
  const cpu = build.domain.cpu ?? {}
  const hasHmat = isHmat(cpu)
  if (hasHmat) build.machine['hmat'] = true
  for (const [index, cell] of cells.entries()) {
    const path = ['cpu', 'numa', index]
    const id = cell.id ?? index
    const bytes = cellBytes(cell)
    if (bytes > 0)
      memoryBackend(
        build,
        { id: `ram-node${id}`, bytes, cell: id, access: cell.memaccess, discard: cell.discard },
        path,
      )
    emitPairs(build, '-numa', path, 'node', {
      nodeid: id,
      cpus: cell.cpus === undefined ? undefined : rangesOf(cell.cpus),
      initiator: hasHmat ? initiatorOf(cpu, cell, id) : undefined,
      memdev: bytes > 0 ? `ram-node${id}` : undefined,
    })
  }
  renderDistances(build, cells)
  if (hasHmat) renderHmat(build, cpu)
}

function renderDistances(build: Build, cells: readonly NumaCell[]): void {
  for (const [index, cell] of cells.entries())
    for (const { id, value } of cell.distances ?? [])
      if (id !== undefined && value !== undefined)
        emit(
          build,
          '-numa',
          ['cpu', 'numa', index, 'distances'],
          `dist,src=${cell.id ?? index},dst=${id},val=${value}`,
        )
}

/** Whether the heterogeneous memory attribute table is needed. */
function isHmat({ numa, numa_latencies: latencies = [], numa_bandwidths: bandwidths = [] }: Cpu): boolean {
  return (
    latencies.length > 0 ||
    bandwidths.length > 0 ||
    (numa ?? []).some(({ caches }) => caches !== undefined && caches.length > 0)
  )
}

/** The cell that reaches this one fastest: itself when it has vCPUs, else by latency, by bandwidth, the first with vCPUs. */
function initiatorOf(cpu: Cpu, cell: NumaCell, id: number): number | undefined {
  if (cell.cpus !== undefined) return id
  const latencies = (cpu.numa_latencies ?? []).filter(({ target }) => target === id)
  const bandwidths = (cpu.numa_bandwidths ?? []).filter(({ target }) => target === id)
  const fastest = latencies.toSorted((one, other) => (one.value ?? 0) - (other.value ?? 0))[0]
  const widest = bandwidths.toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0))[0]
  const cells = cpu.numa ?? []
  const first = cells.findIndex(({ cpus }) => cpus !== undefined)
  return fastest?.initiator ?? widest?.initiator ?? (first < 0 ? undefined : (cells[first]?.id ?? first))
}

/** How far from the processor: memory itself, or a cache before it. By the number of the level. */
export const hierarchies = ['memory', 'first-level', 'second-level', 'third-level'] as const
/** libvirt's words of a cache and QEMU's. */
export const associativities = { none: 'none', direct: 'direct', full: 'complex' } as const
export const cachePolicies = { none: 'none', writeback: 'write-back', writethrough: 'write-through' } as const

/** A size in the largest unit that QEMU reads and that libvirt writes, KiB. */
function kibibytes(value: number | undefined, unit: string | undefined): string | undefined {
  const bytes = value === undefined ? undefined : sizeInBytes(`${value} ${unit ?? 'KiB'}`, 1024)
  if (bytes === undefined) return undefined
  return bytes % 1024 === 0 ? `${bytes / 1024}K` : String(bytes)
}

function renderHmat(build: Build, cpu: Cpu): void {
  for (const [index, { initiator, target, cache, type, value }] of (cpu.numa_latencies ?? []).entries())
    emitPairs(build, '-numa', ['cpu', 'numa_latencies', index], 'hmat-lb', {
      initiator,
      target,
      hierarchy: hierarchies[cache ?? 0],
      'data-type': `${type ?? 'access'}-latency`,
      latency: value,
    })
  for (const [index, one] of (cpu.numa_bandwidths ?? []).entries())
    emitPairs(build, '-numa', ['cpu', 'numa_bandwidths', index], 'hmat-lb', {
      initiator: one.initiator,
      target: one.target,
      hierarchy: hierarchies[one.cache ?? 0],
      'data-type': `${one.type ?? 'access'}-bandwidth`,
      bandwidth: kibibytes(one.value, one.unit),
    })
  for (const [index, cell] of (cpu.numa ?? []).entries())
    for (const [at, cache] of (cell.caches ?? []).entries()) {
      const path = ['cpu', 'numa', index, 'caches', at]
      const line = sizeInBytes(`${cache.line ?? 0} ${cache.line_unit ?? 'B'}`, 1)
      emitPairs(build, '-numa', path, 'hmat-cache', {
        'node-id': cell.id ?? index,
        size: kibibytes(cache.size, cache.size_unit),
        level: cache.level,
        associativity: associativities[cache.associativity ?? 'none'],
        policy: cachePolicies[cache.policy ?? 'none'],
        line,
      })
      if (cache.level !== undefined && cache.level >= hierarchies.length)
        report(build, 'qemu.text', [...path, 'level'], 'QEMU knows three levels of memory-side caches.')
    }
}
