/** Memory, what it is made of, and the NUMA cells of the guest. libvirt manual, Memory Backing; NUMA Node Tuning. */
import type { Domain } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { sizeInBytes } from '../../table/index.ts'
import { type Build, emit, find, type Item, object } from '../build.ts'
import { type OptionValue, options } from '../options.ts'
import { adviceByHand, byHand, type Said, said } from '../said.ts'

type MemoryBacking = NonNullable<Domain['memory_backing']>
type NumaCell = Item<NonNullable<Domain['cpu']>['numa']>

const limit = byHand(
  'Memory limits are left out: start QEMU with systemd-run --scope -p MemoryMax=… (or MemoryHigh, MemoryMin, MemorySwapMax).',
)

export const memorySaid = {
  max_memory: { slots: said, value: said },
  memory: { dump_core: said, value: said },
  current_memory: said,
  memory_backing: {
    hugepages: { size: said, nodeset: said },
    nosharepages: said,
    locked: said,
    source: { type: said },
    access: { mode: said },
    allocation: { mode: said, threads: said },
    discard: said,
  } satisfies Said<MemoryBacking>,
  memtune: limit,
  numatune: {
    memory: {
      mode: said,
      nodeset: said,
      placement: adviceByHand(
        'Placement by numad is libvirt’s own: start QEMU with numactl, or name the nodes in numatune.memory.nodeset.',
      ),
    },
    memnodes: { cellid: said, mode: said, nodeset: said },
  } satisfies Said<NonNullable<Domain['numatune']>>,
} as const

const mebibyte = 1024 ** 2

/** A size as QEMU reads it: in MiB where that is exact, else in KiB or bytes. */
export function qemuSize(bytes: number): string {
  if (bytes % mebibyte === 0) return `${bytes / mebibyte}M`
  return bytes % 1024 === 0 ? `${bytes / 1024}K` : `${bytes}B`
}

export function renderMemory(build: Build): void {
  const { domain, machine } = build
  const cells = domain.cpu?.numa ?? []
  const bytes = cells.length > 0 ? sumOf(build, cells) : memoryOf(build)
  const most = domain.max_memory?.value
  const path = ['memory']
  emit(
    build,
    '-m',
    path,
    options('', {
      size: qemuSize(bytes),
      slots: domain.max_memory?.slots,
      maxmem: most === undefined ? undefined : qemuSize(sizeInBytes(most, 1024) ?? 0),
    }),
  )
  if (domain.memory?.dump_core !== undefined) machine['dump-guest-core'] = domain.memory.dump_core
  if (domain.memory_backing?.nosharepages === true) machine['mem-merge'] = false
  if (domain.memory_backing?.locked === true)
    emit(build, '-overcommit', ['memory_backing', 'locked'], 'mem-lock=on')
  const current = domain.current_memory === undefined ? bytes : sizeInBytes(domain.current_memory, 1024)
  if (current !== undefined && current < bytes)
    find(
      build,
      'qemu.unsupported',
      ['current_memory'],
      `The guest starts with all of its memory. To take the rest back, say balloon ${Math.floor(current / mebibyte)} in the QEMU monitor once it runs.`,
    )
  if (cells.length === 0 && domain.numatune?.memnodes !== undefined)
    find(build, 'qemu.differs', ['numatune', 'memnodes'], 'There are no NUMA cells that this could be for.')
  if (cells.length > 0) renderCells(build, cells)
  else renderWholeMemory(build, bytes)
}

function memoryOf({ domain }: Build): number {
  return sizeInBytes(domain.memory?.value ?? '', 1024) ?? 0
}

function cellBytes(cell: NumaCell): number {
  return sizeInBytes(`${cell.memory ?? 0} ${cell.unit ?? 'KiB'}`, 1024) ?? 0
}

/** QEMU refuses cells that don't add up to the memory; libvirt takes their sum. */
function sumOf(build: Build, cells: readonly NumaCell[]): number {
  const sum = cells.reduce((total, cell) => total + cellBytes(cell), 0)
  if (sum !== memoryOf(build))
    find(
      build,
      'qemu.differs',
      ['memory'],
      `The NUMA cells have ${qemuSize(sum)} together, which is what the guest gets, as under libvirt.`,
    )
  return sum
}

/** One backend for all memory, only when its kind matters: QEMU makes plain memory by itself. */
function renderWholeMemory(build: Build, bytes: number): void {
  const { domain, machine } = build
  const backing = domain.memory_backing
  const tuned = domain.numatune?.memory
  const kind = backendKind(backing, backing?.hugepages !== undefined)
  if (kind === 'memory-backend-ram' && backing?.allocation === undefined && tuned?.nodeset === undefined)
    return
  const path = backing === undefined ? ['numatune', 'memory'] : ['memory_backing']
  object(build, kind, path, {
    id: 'ram',
    size: qemuSize(bytes),
    ...backendOptions(build, kind, backing?.hugepages !== undefined, backing?.access?.mode, backing?.discard),
    ...policy(build, tuned, ['numatune', 'memory']),
  })
  machine['memory-backend'] = 'ram'
}

type Backend = 'memory-backend-ram' | 'memory-backend-memfd' | 'memory-backend-file'

/** Huge pages need no mounted hugetlbfs when they come from memfd. */
function backendKind(backing: MemoryBacking | undefined, huge: boolean): Backend {
  const source = backing?.source?.type
  if (source === 'file') return 'memory-backend-file'
  return source === 'memfd' || huge || backing?.access?.mode === 'shared'
    ? 'memory-backend-memfd'
    : 'memory-backend-ram'
}

function backendOptions(
  build: Build,
  kind: Backend,
  huge: boolean,
  access: string | undefined,
  discard: boolean | undefined,
): Record<string, OptionValue> {
  const backing = build.domain.memory_backing
  const pageSize = huge ? sizeInBytes(backing?.hugepages?.size ?? '', 1024) : undefined
  const written: Record<string, OptionValue> = {}
  if (kind === 'memory-backend-file') {
    written['mem-path'] = huge ? '/dev/hugepages' : '/dev/shm'
    if (discard === true) written['discard-data'] = true
    find(
      build,
      'qemu.differs',
      ['memory_backing', 'source'],
      `The memory is a file in ${huge ? '/dev/hugepages' : '/dev/shm'}: libvirt has a directory of its own for it.`,
    )
  } else if (discard === true)
    find(
      build,
      'qemu.differs',
      ['memory_backing', 'discard'],
      'Memory that is no file is forgotten at the end anyway.',
    )
  if (kind === 'memory-backend-memfd' && huge) {
    written['hugetlb'] = true
    if (pageSize !== undefined) written['hugetlbsize'] = qemuSize(pageSize)
  }
  if (access !== undefined) written['share'] = access === 'shared'
  else if (kind === 'memory-backend-memfd') written['share'] = false
  if (huge || backing?.allocation?.mode === 'immediate') written['prealloc'] = true
  if (backing?.allocation?.threads !== undefined) written['prealloc-threads'] = backing.allocation.threads
  return written
}

const policies: Readonly<Record<string, string>> = {
  strict: 'bind',
  preferred: 'preferred',
  interleave: 'interleave',
}

function policy(
  build: Build,
  tuned: { readonly mode?: string | undefined; readonly nodeset?: string | undefined } | undefined,
  path: Path,
): Record<string, OptionValue> | undefined {
  if (tuned?.nodeset === undefined) return undefined
  const name = policies[tuned.mode ?? 'strict']
  if (name === undefined) {
    find(
      build,
      'qemu.unsupported',
      [...path, 'mode'],
      `The mode ${tuned.mode} is left out: libvirt does it with cgroups. Start QEMU with numactl --membind=${tuned.nodeset}.`,
    )
    return undefined
  }
  return { 'host-nodes': nodeList(build, tuned.nodeset, [...path, 'nodeset']), policy: name }
}

/** QEMU takes ranges, one a key, and knows no `^`. */
function nodeList(build: Build, text: string, path: Path): string[] {
  const parts = text.split(',')
  if (text.includes('^'))
    find(build, 'qemu.text', path, `QEMU has no '^' in a list: write ${text} without it.`)
  return parts.filter((part) => !part.startsWith('^'))
}

/** QEMU manual, -numa: every cell has a backend of its own. */
function renderCells(build: Build, cells: readonly NumaCell[]): void {
  for (const [index, cell] of cells.entries()) {
    const path = ['cpu', 'numa', index]
    const id = cell.id ?? index
    const backing = build.domain.memory_backing
    const huge = backing?.hugepages !== undefined && holds(backing.hugepages.nodeset, id)
    const kind = backendKind(
      cell.memaccess === undefined ? backing : { ...backing, access: { mode: cell.memaccess } },
      huge,
    )
    const own = build.domain.numatune?.memnodes?.findIndex((node) => node.cellid === id) ?? -1
    const tuned = own < 0 ? build.domain.numatune?.memory : build.domain.numatune?.memnodes?.[own]
    const tunedPath = own < 0 ? ['numatune', 'memory'] : ['numatune', 'memnodes', own]
    object(build, kind, path, {
      id: `ram-node${id}`,
      size: qemuSize(cellBytes(cell)),
      ...backendOptions(
        build,
        kind,
        huge,
        cell.memaccess ?? backing?.access?.mode,
        cell.discard ?? backing?.discard,
      ),
      ...policy(build, tuned, tunedPath),
    })
    const cpus = cell.cpus === undefined ? undefined : nodeList(build, cell.cpus, [...path, 'cpus'])
    emit(build, '-numa', path, options('node', { nodeid: id, cpus, memdev: `ram-node${id}` }))
  }
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

/** Whether a list such as `0-2,4` names the cell; no list names all. */
function holds(list: string | undefined, cell: number): boolean {
  if (list === undefined) return true
  return list.split(',').some((part) => {
    const [first = '', last = first] = part.split('-')
    return Number(first) <= cell && cell <= Number(last)
  })
}
