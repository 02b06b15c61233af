/** `-object memory-backend-…` of guest memory, read. */
import { sizeText } from '../../table/index.ts'
import { ownValue, rangesOf } from '../../text/index.ts'
import { memoryPolicy } from '../properties/codec.ts'
import type { OptionInHand, Reading } from '../reading/index.ts'

/** What an object says of a piece of memory. */
export interface ReadBackend {
  readonly source: 'memfd' | 'file' | undefined
  readonly access: 'shared' | 'private' | undefined
  readonly huge: { readonly size: string | undefined } | undefined
  readonly prealloc: boolean
  readonly threads: number | undefined
  readonly discard: boolean | undefined
  readonly nodes:
    | { readonly nodeset: string; readonly mode: 'strict' | 'preferred' | 'interleave' }
    | undefined
}

const known =
  /^(?:qom-type|id|size|share|prealloc|prealloc-threads|prealloc-context|hugetlb|hugetlbsize|mem-path|discard-data|policy|x-use-canonical-path-for-ramblock-id|host-nodes(?:\.\d+)?)$/
const kinds = ['memory-backend-ram', 'memory-backend-memfd', 'memory-backend-file']
/** Takes the object of a name, when a Domain can say all of it. */
export function readBackend(reading: Reading, id: string | undefined): ReadBackend | undefined {
  const option = reading.named('object', id)
  const kind = option?.peek('qom-type')
  if (option === undefined || option.isRead || kind === undefined || !kinds.includes(kind)) return undefined
  const pages = pagesOf(option)
  if (!option.rest.every(([key]) => known.test(key)) || pages === 'other') return undefined
  const policy = option.take('policy')
  const nodes = option.takeAll('host-nodes')
  const mode = memoryPolicy.parse(policy ?? 'bind')
  if (nodes.length > 0 && mode === undefined) return undefined
  const context = reading.named('object', option.take('prealloc-context'))
  context?.finish()
  const share = option.takeBoolean('share')
  const isMemfd = kind === 'memory-backend-memfd'
  const backend: ReadBackend = {
    source: isMemfd ? 'memfd' : kind === 'memory-backend-file' && pages === undefined ? 'file' : undefined,
    access: accessOf(share, isMemfd),
    huge: pages,
    prealloc: option.takeBoolean('prealloc') === true,
    threads: option.takeNumber('prealloc-threads'),
    discard: option.takeBoolean('discard-data'),
    nodes:
      nodes.length === 0 || mode === undefined
        ? undefined
        : { nodeset: rangesOf(nodes.join(',')).join(','), mode },
  }
  option.finish()
  return backend
}

/** memfd is shared unless told otherwise; the writer says share=off of it where a Domain says nothing. */
function accessOf(share: boolean | undefined, isMemfd: boolean): ReadBackend['access'] {
  if (share === undefined) return isMemfd ? 'shared' : undefined
  if (share) return 'shared'
  return isMemfd ? undefined : 'private'
}

/** Huge pages of a hugetlbfs or of a memfd; 'other' for a file that no Domain can name. */
function pagesOf(option: OptionInHand): ReadBackend['huge'] | 'other' {
  const path = option.peek('mem-path')
  if (path === undefined) {
    if (option.peek('hugetlb') !== 'on') return undefined
    const size = option.peek('hugetlbsize')
    return { size: size === undefined ? undefined : pageSize(size) }
  }
  const [, size = ''] = /^\/dev\/hugepages(?:-?(\d+[KMG])B?)?(?:\/|$)/.exec(path) ?? []
  if (/^\/dev\/hugepages/.test(path)) return { size: size === '' ? undefined : pageSize(size) }
  // Proxmox VE mounts one for each size.
  const [, kibibytes] = /^\/run\/hugepages\/kvm\/(\d+)kB\/?$/.exec(path) ?? []
  if (kibibytes !== undefined) return { size: pageSize(`${kibibytes}K`) }
  // A directory of libvirt's or shared memory: a Domain says that it is a file, and no more.
  return /^\/dev\/shm\/?$|\/libvirt\/qemu\/ram\//.test(path) ? undefined : 'other'
}

/** `2M` and `2097152` are `2 MiB`. */
function pageSize(text: string): string {
  const [, digits = '0', unit = ''] = /^(\d+)([KMG]?)/i.exec(text) ?? []
  const power = ownValue({ k: 1, m: 2, g: 3 }, unit.toLowerCase()) ?? 0
  return sizeText(Number(digits) * 1024 ** power)
}
