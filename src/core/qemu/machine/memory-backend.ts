/** What guest memory is made of: `-object memory-backend-…`. libvirt manual, Memory Backing; NUMA Node Tuning. */
import type { Path } from '../../finding.ts'
import { sizeInBytes } from '../../table/index.ts'
import { holds, rangesOf } from '../../text/index.ts'
import { type Build, hasQemu, leftOut, report } from '../build/index.ts'
import { memoryPolicy } from '../properties/codec.ts'
import type { OptionValue } from '../words/options.ts'
import { object } from '../writing/index.ts'

/** One piece of guest memory: all of it, a NUMA cell, or a memory device. */
export interface MemoryPiece {
  /** `pc.ram`, `ram-node0`, `memdimm0`. */
  readonly id: string
  readonly bytes: number
  /** The NUMA cell that it belongs to: pages and host nodes may be said by cell. */
  readonly cell?: number | undefined
  /** Its own word on sharing; else that of the machine. */
  readonly access?: string | undefined
  /** Its own word on forgetting; else that of the machine. */
  readonly discard?: boolean | undefined
  /** Its own page size, in bytes; else that of the machine. */
  readonly pageBytes?: number | undefined
  /** Its own host nodes; else those of the machine. */
  readonly hostNodes?: string | undefined
  /** A file or device that holds it. */
  readonly file?: string | undefined
  /** Its own word on being allocated at once; else that of the machine and its pages. */
  readonly prealloc?: boolean | undefined
  /** The memory that the mainboard calls its own: its name must not depend on the kind of object. */
  readonly isMainMemory?: boolean
  /** Further keys of the object. */
  readonly further?: Readonly<Record<string, OptionValue>>
}

const mebibyte = 1024 ** 2

/** libvirt rounds memory of every kind up to whole MiB, which all boards can have. `qemuDomainAlignMemorySizes`. */
export function wholeMebibytes(bytes: number): number {
  return Math.ceil(bytes / mebibyte) * mebibyte
}

/** A size as QEMU reads it: in MiB where that is exact, else in KiB or bytes. */
export function qemuSize(bytes: number): string {
  if (bytes % mebibyte === 0) return `${bytes / mebibyte}M`
  return bytes % 1024 === 0 ? `${bytes / 1024}K` : `${bytes}B`
}

/** Adds the object of a piece of memory. */
export function memoryBackend(build: Build, piece: MemoryPiece, path: Path): void {
  const backing = build.domain.memory_backing
  const pages = hugePages(build, piece)
  const access = piece.access ?? backing?.access?.mode
  const kind = kindOf(build, piece, pages !== undefined, access)
  const prealloc = piece.prealloc ?? (pages !== undefined || backing?.allocation?.mode === 'immediate')
  const nodes = hostNodes(build, piece)
  if (kind !== 'memory-backend-file' && (piece.discard ?? backing?.discard) === true)
    report(
      build,
      'qemu.differs',
      ['memory_backing', 'discard'],
      'Memory that is no file is forgotten at the end anyway.',
    )
  const context = prealloc && nodes !== undefined && hasQemu(build, '7.2') ? `tc-${piece.id}` : undefined
  // It allocates the memory on the nodes that the memory is bound to.
  if (context !== undefined)
    object(build, 'thread-context', path, { id: context, 'node-affinity': nodes?.nodes })
  object(
    build,
    kind,
    path,
    { id: piece.id },
    kind === 'memory-backend-file' ? fileOptions(build, piece, pages) : undefined,
    kind === 'memory-backend-memfd' && pages !== undefined
      ? { hugetlb: true, hugetlbsize: pages.bytes === undefined ? undefined : qemuSize(pages.bytes) }
      : undefined,
    {
      // memfd is shared unless told otherwise, unlike the other kinds.
      share:
        access === undefined ? (kind === 'memory-backend-memfd' ? false : undefined) : access === 'shared',
      // The name of the memory in a saved state, which does not depend on the kind of object then.
      'x-use-canonical-path-for-ramblock-id':
        piece.isMainMemory === true && kind !== 'memory-backend-ram' ? false : undefined,
      prealloc: prealloc ? true : undefined,
      'prealloc-threads': prealloc ? backing?.allocation?.threads : undefined,
      size: qemuSize(wholeMebibytes(piece.bytes)),
      'host-nodes': nodes?.nodes,
      policy: nodes?.policy,
      'prealloc-context': context,
    },
    piece.further,
  )
}

type Kind = 'memory-backend-ram' | 'memory-backend-memfd' | 'memory-backend-file'

/**
 * Where libvirt takes a file in a directory of its own, in its state directory or on a hugetlbfs that is mounted for
 * it, this takes a memfd: it needs neither, and leaves nothing behind.
 */
function kindOf(build: Build, piece: MemoryPiece, huge: boolean, access: string | undefined): Kind {
  const source = build.domain.memory_backing?.source?.type
  if (piece.file !== undefined || source === 'file') return 'memory-backend-file'
  return source === 'memfd' || huge || access !== undefined ? 'memory-backend-memfd' : 'memory-backend-ram'
}

interface Pages {
  /** undefined for the size that the host prefers. */
  readonly bytes: number | undefined
}

/** Huge pages of a piece of memory: by its cell, else those that are named for no cell. */
function hugePages({ domain }: Build, piece: MemoryPiece): Pages | undefined {
  if (piece.pageBytes !== undefined) return piece.pageBytes > 4096 ? { bytes: piece.pageBytes } : undefined
  const huge = domain.memory_backing?.hugepages
  if (huge === undefined || piece.file !== undefined) return undefined
  const sizes = [{ size: huge.size, nodeset: huge.nodeset }, ...(huge.more_pages ?? [])]
  const cell = piece.cell ?? 0
  const named =
    sizes.find(({ nodeset }) => nodeset !== undefined && holds(nodeset, cell)) ??
    sizes.find(({ nodeset }) => nodeset === undefined)
  if (named === undefined) return undefined
  const bytes = named.size === undefined ? undefined : sizeInBytes(named.size, 1024)
  return bytes === 4096 ? undefined : { bytes }
}

function fileOptions(
  build: Build,
  piece: MemoryPiece,
  pages: Pages | undefined,
): Record<string, OptionValue> {
  const discard = piece.discard ?? build.domain.memory_backing?.discard
  if (piece.file === undefined)
    report(
      build,
      'qemu.differs',
      ['memory_backing', 'source'],
      `The memory is a file in ${pages === undefined ? '/dev/shm' : '/dev/hugepages'}: libvirt has a directory of its own for it.`,
    )
  return {
    'mem-path': piece.file ?? (pages === undefined ? '/dev/shm' : '/dev/hugepages'),
    'discard-data': discard,
  }
}

/** The host nodes that the memory is bound to; those of the cell come before those of the machine. */
function hostNodes(build: Build, piece: MemoryPiece): { nodes: string[]; policy: string } | undefined {
  const { numatune } = build.domain
  const own = numatune?.memnodes?.findIndex((node) => node.cellid === piece.cell) ?? -1
  const node = piece.cell === undefined || own < 0 ? undefined : numatune?.memnodes?.[own]
  const tuned = node ?? numatune?.memory
  const path = node === undefined ? ['numatune', 'memory'] : ['numatune', 'memnodes', own]
  const mode = tuned?.mode ?? 'strict'
  const list = piece.hostNodes ?? tuned?.nodeset
  if (list === undefined) return undefined
  const policy = memoryPolicy.print(mode)
  if (typeof policy !== 'string') {
    leftOut(
      build,
      [...path, 'mode'],
      `The mode ${mode} is left out: libvirt does it with cgroups. Start QEMU with numactl --membind=${list}.`,
    )
    return undefined
  }
  return { nodes: rangesOf(list), policy }
}
