/** How much memory the guest has. libvirt manual, Memory Allocation; QEMU manual, -m. */
import type { Domain } from '../../domain/index.ts'
import { sizeInBytes } from '../../table/index.ts'
import { type Build, leftOut, report } from '../build/index.ts'
import { adviceByHand, type Decisions, written } from '../decisions/index.ts'
import { emitPairs } from '../writing/index.ts'
import { machineType } from './machine.ts'
import { memoryBackend, wholeMebibytes } from './memory-backend.ts'
import { cellBytes, renderCells } from './numa.ts'

export const memoryDecisions = {
  max_memory: { slots: written, value: written },
  memory: { dump_core: written, value: written },
  current_memory: written,
  memory_backing: {
    hugepages: { size: written, nodeset: written, more_pages: { size: written, nodeset: written } },
    nosharepages: written,
    locked: written,
    source: { type: written },
    access: { mode: written },
    allocation: { mode: written, threads: written },
    discard: written,
  } satisfies Decisions<NonNullable<Domain['memory_backing']>>,
  numatune: {
    memory: {
      mode: written,
      nodeset: written,
      placement: adviceByHand(
        'Placement by numad is libvirt’s own: start QEMU with numactl, or name the nodes in numatune.memory.nodeset.',
      ),
    },
    memnodes: { cellid: written, mode: written, nodeset: written },
  } satisfies Decisions<NonNullable<Domain['numatune']>>,
} as const

/** As libvirt writes it: KiB. */
function kibibytes(bytes: number): string {
  return bytes % 1024 === 0 ? `${bytes / 1024}k` : `${bytes}b`
}

export function renderMemory(build: Build): void {
  const { domain, machine } = build
  const cells = domain.cpu?.numa ?? []
  const bytes = initialMemory(build)
  const most = domain.max_memory?.value
  emitPairs(build, '-m', ['memory'], '', {
    size: kibibytes(bytes),
    slots: domain.max_memory?.slots,
    maxmem: most === undefined ? undefined : kibibytes(wholeMebibytes(sizeInBytes(most, 1024) ?? 0)),
  })
  machine['dump-guest-core'] = domain.memory?.dump_core ?? false
  if (domain.memory_backing?.nosharepages === true) machine['mem-merge'] = false
  emitPairs(
    build,
    '-overcommit',
    domain.memory_backing?.locked === undefined ? [] : ['memory_backing', 'locked'],
    '',
    { 'mem-lock': domain.memory_backing?.locked === true },
  )
  checkCurrent(build, bytes)
  if (cells.length === 0 && domain.numatune?.memnodes !== undefined)
    report(build, 'qemu.differs', ['numatune', 'memnodes'], 'There are no NUMA cells that this could be for.')
  if (cells.length > 0) renderCells(build, cells)
  else renderWholeMemory(build, bytes)
}

/**
 * What is there before any memory device: libvirt counts those in `memory`. QEMU refuses cells that don't add up, so
 * that their sum counts, as under libvirt.
 */
function initialMemory(build: Build): number {
  const { domain, devices } = build
  const cells = domain.cpu?.numa ?? []
  const whole = sizeInBytes(domain.memory?.value ?? '', 1024) ?? 0
  const plugged = (devices.memory ?? []).reduce(
    (sum, { target }) => sum + wholeMebibytes(sizeInBytes(target?.size ?? '', 1024) ?? 0),
    0,
  )
  if (cells.length === 0) return wholeMebibytes(plugged < whole ? whole - plugged : whole)
  const sum = cells.reduce((total, cell) => total + cellBytes(cell), 0)
  // Each of them is rounded up.
  const isNear = (other: number) => Math.abs(sum - other) <= cells.length * 1024 ** 2
  if (!isNear(whole) && !isNear(whole - plugged))
    report(
      build,
      'qemu.differs',
      ['memory'],
      `The memory of the NUMA cells counts, ${Math.floor(sum / 1024 ** 2)} MiB in all.`,
    )
  return sum
}

function checkCurrent(build: Build, bytes: number): void {
  const stated = build.domain.current_memory
  const current = stated === undefined ? bytes : sizeInBytes(stated, 1024)
  if (current !== undefined && current < bytes)
    leftOut(
      build,
      ['current_memory'],
      `The guest starts with all of its memory. To take the rest back, say balloon ${Math.floor(current / 1024 ** 2)} in the QEMU monitor once it runs.`,
    )
}

/** What boards call their memory: an object of that name takes its place. QEMU, `default_ram_id` of each machine. */
const mainMemories: readonly (readonly [arch: RegExp, machine: RegExp, id: string])[] = [
  [/^(?:x86_64|i686)$/, /^(?:pc|q35)(?:-|$)/, 'pc.ram'],
  [/^(?:x86_64|i686)$/, /^microvm$/, 'microvm.ram'],
  [/^(?:aarch64|armv[67]l)$/, /^virt(?:-|$)/, 'mach-virt.ram'],
  [/^(?:aarch64|armv[67]l)$/, /^versatile/, 'versatile.ram'],
  [/^(?:aarch64|armv[67]l)$/, /^vexpress/, 'vexpress.highmem'],
  [/^aarch64$/, /^sbsa-ref$/, 'sbsa-ref.ram'],
  [/^riscv(?:32|64)$/, /^virt(?:-|$)/, 'riscv_virt_board.ram'],
]

/** libvirt says the memory of the board as an object always, so that it can be moved to another kind of memory. */
function renderWholeMemory(build: Build, bytes: number): void {
  const { domain, machine } = build
  const board = machineType(build)
  const id = mainMemories.find(([arch, type]) => arch.test(build.arch) && type.test(board))?.[2]
  const backing = domain.memory_backing
  const isPlain = backing === undefined && domain.numatune?.memory?.nodeset === undefined
  if (bytes === 0 || (id === undefined && isPlain)) return
  const path = backing !== undefined ? ['memory_backing'] : isPlain ? ['memory'] : ['numatune', 'memory']
  memoryBackend(build, { id: id ?? 'ram', bytes, isMainMemory: id !== undefined }, path)
  machine['memory-backend'] = id ?? 'ram'
}
