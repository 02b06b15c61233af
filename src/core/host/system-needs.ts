/**
 * What a design needs that only qemu:///system has: one table, read by resolve, which chooses the connection, and by
 * the rule about a connection that was said. Words in quotation marks are those of libvirt 9.0 in a session.
 */
import type { Domain } from '../domain/index.ts'
import type { Path, PathSegment } from '../finding.ts'
import type { HostFacts } from './facts.ts'
import { atLeast } from './version.ts'

export interface SystemNeed {
  readonly kind: SystemNeedKind
  /** Where the Domain says it. */
  readonly path: Path
  /** What needs it: 'the network default'. */
  readonly what: string
  /** Why a session can't: a sentence without its full stop. */
  readonly why: string
  /** False when the host may have been prepared for it, and nothing is known of that. */
  readonly certain: boolean
}

type SystemNeedKind =
  | 'network'
  | 'bridge'
  | 'interface'
  | 'hostdev'
  | 'huge-pages'
  | 'locked-memory'
  | 'tuning'
  | 'share'
  | 'file'

/** What one line of the table finds: a place, what stands there, and whether it is certain (true when it is not said). */
type Found = Pick<SystemNeed, 'path' | 'what'> & { readonly certain?: boolean }

interface Line {
  readonly kind: SystemNeedKind
  readonly why: string
  readonly find: (domain: Domain, host: HostFacts) => readonly Found[]
}

const lines: readonly Line[] = [
  {
    // "Network not found: no network with matching name 'default'"
    kind: 'network',
    why: 'libvirt makes its networks in qemu:///system only',
    find: ({ devices }) =>
      places(devices?.interfaces, 'interfaces').flatMap(({ item, path }) =>
        item.type === 'network' ? [{ path, what: `the network ${item.source?.network ?? 'default'}` }] : [],
      ),
  },
  {
    // qemu-bridge-helper: "access denied by acl file"
    kind: 'bridge',
    why: 'it plugs into a bridge by the setuid qemu-bridge-helper alone, and into those that /etc/qemu/bridge.conf allows',
    find: ({ devices }, { bridge_allowed: allowed }) =>
      places(devices?.interfaces, 'interfaces').flatMap(({ item, path }) => {
        if (item.type !== 'bridge') return []
        const bridge = item.source?.bridge ?? ''
        if (allowed?.includes(bridge) === true || allowed?.includes('all') === true) return []
        return [{ path, what: `the bridge ${bridge}`, certain: allowed !== undefined }]
      }),
  },
  {
    // "error creating macvtap interface macvtap0@lo: Operation not permitted", "Unable to create tap device vnet0"
    kind: 'interface',
    why: 'it may make no network device on the host',
    find: ({ devices }) =>
      places(devices?.interfaces, 'interfaces').flatMap(({ item, path }) => {
        if (item.type === 'direct') return [{ path, what: `macvtap on ${item.source?.dev ?? 'a card'}` }]
        return item.type === 'ethernet' && item.managed !== false ? [{ path, what: 'a tap device' }] : []
      }),
  },
  {
    // libvirt's src/util/virpci.c writes to /sys/bus/pci; /dev/vfio/GROUP is root's
    kind: 'hostdev',
    why: 'it may take no device from the host’s drivers',
    find: ({ devices }) => [
      ...places(devices?.hostdevs, 'hostdevs').flatMap(({ item, path }) => {
        const what = item.type === undefined ? undefined : passedThrough.get(item.type)
        return what === undefined ? [] : [{ path, what }]
      }),
      ...places(devices?.interfaces, 'interfaces').flatMap(({ item, path }) =>
        item.type === 'hostdev' ? [{ path, what: 'a network card passed through' }] : [],
      ),
    ],
  },
  {
    // "hugetlbfs filesystem is not mounted or disabled by administrator config"
    kind: 'huge-pages',
    why: 'the hugetlbfs of the host is root’s, and a session looks for none',
    find: ({ memory_backing: backing }) =>
      backing?.hugepages === undefined
        ? []
        : [{ path: ['memory_backing', 'hugepages'], what: 'memory in huge pages' }],
  },
  {
    // "cannot limit locked memory of process 27915 to 9007199254740991: Operation not permitted"
    kind: 'locked-memory',
    why: 'it may not raise the limit of locked memory',
    find: ({ memory_backing: backing }, { memlock_kib: limit }) =>
      backing?.locked !== true || limit === null
        ? []
        : [{ path: ['memory_backing', 'locked'], what: 'locked memory' }],
  },
  {
    // "Memory tuning is not available in session mode", "Block I/O tuning is …", "CPU tuning is …"
    kind: 'tuning',
    why: 'it has no cgroups to set limits in',
    find: (domain) => [
      ...(domain.memtune === undefined ? [] : [{ path: ['memtune'], what: 'limits of memory' }]),
      ...(domain.blkiotune === undefined ? [] : [{ path: ['blkiotune'], what: 'weights of block I/O' }]),
      ...cgroupTuning.flatMap((key) =>
        domain.cputune?.[key] === undefined
          ? []
          : [{ path: ['cputune', key], what: `CPU tuning (${key.replaceAll('_', ' ')})` }],
      ),
    ],
  },
  {
    // "Cannot set scheduler parameters for pid 27994: Operation not permitted"
    kind: 'tuning',
    why: 'it may give no thread a realtime priority',
    find: ({ cputune }) => [
      ...realtime(cputune?.vcpusched, 'vcpusched'),
      ...realtime(cputune?.iothreadsched, 'iothreadsched'),
      ...(isRealtime(cputune?.emulatorsched) ? [scheduler('emulatorsched')] : []),
    ],
  },
  {
    // libvirt manual, CPU Tuning: cachetune, memorytune and energytune are made in /sys/fs/resctrl, which is root's
    kind: 'tuning',
    why: 'it may not write to /sys/fs/resctrl',
    find: ({ cputune }) =>
      (['cachetune', 'memorytune', 'energytune'] as const).flatMap((key) =>
        (cputune?.[key]?.length ?? 0) === 0
          ? []
          : [{ path: ['cputune', key], what: `an allocation of the host’s processor (${key})` }],
      ),
  },
  {
    // "Network bandwidth tuning is not available in session mode"; passt and slirp ignore it
    kind: 'tuning',
    why: 'it may set no limits on the host’s network devices',
    find: ({ devices }) =>
      places(devices?.interfaces, 'interfaces').flatMap(({ item, path }) =>
        item.bandwidth === undefined || item.type === 'user'
          ? []
          : [{ path: [...path, 'bandwidth'], what: 'a bandwidth' }],
      ),
  },
  {
    // "virtiofs is not yet supported in session mode"; libvirt 10.0.0 brought it
    kind: 'share',
    why: 'libvirt before 10.0 has virtiofs in qemu:///system only',
    find: ({ devices }, { libvirt }) =>
      libvirt === undefined || atLeast(libvirt, '10.0.0')
        ? []
        : places(devices?.filesystems, 'filesystems').flatMap(({ item, path }) =>
            item.driver?.type === 'virtiofs' && item.source?.socket === undefined
              ? [{ path, what: 'a virtiofs share' }]
              : [],
          ),
  },
  { kind: 'file', why: 'it is not yours to open', find: rootsFiles },
]

const passedThrough: ReadonlyMap<string, string> = new Map([
  ['pci', 'a PCI device passed through'],
  ['mdev', 'a mediated device'],
  ['scsi', 'a SCSI device passed through'],
  ['scsi_host', 'a SCSI host passed through'],
])

/** The keys of cputune that libvirt keeps in a cgroup; pins and `batch` work in a session. */
const cgroupTuning = [
  'shares',
  'global_period',
  'global_quota',
  'period',
  'quota',
  'emulator_period',
  'emulator_quota',
  'iothread_period',
  'iothread_quota',
] as const

/** Files and device nodes of root's by their names; `group` may use them too, on distributions that have it. */
const ofRoot: readonly { readonly path: RegExp; readonly groups: readonly string[] }[] = [
  { path: /^\/var\/(?:lib|cache|log|run)\/libvirt(?:\/|$)/, groups: [] },
  { path: /^\/(?:run|etc)\/libvirt(?:\/|$)/, groups: [] },
  { path: /^\/root(?:\/|$)/, groups: [] },
  { path: /^\/dev\/hwrng$/, groups: [] },
  { path: /^\/dev\/(?:vfio|vhost-vdpa)/, groups: [] },
  { path: /^\/dev\/(?:sd|hd|vd|xvd|nvme|mmcblk|md|dm-|disk\/|mapper\/)/, groups: ['disk'] },
  { path: /^\/dev\/tpm/, groups: ['tss'] },
  { path: /^\/dev\/input\//, groups: ['input'] },
  { path: /^\/dev\/tty(?:S|USB|ACM)\d/, groups: ['dialout', 'uucp'] },
]

/** Where a value names something in the guest or in libvirt, not a file of the host. */
const notOfTheHost: ReadonlySet<string> = new Set(['target', 'alias', 'serial', 'label', '$rest'])

/**
 * What needs qemu:///system, in the order of the table.
 *
 * @param domain everything said
 * @param host what is known of it: a group of the person's, or a bridge that is allowed, takes a need away
 */
export function systemNeeds(domain: Domain, host: HostFacts): readonly SystemNeed[] {
  return lines.flatMap(({ kind, why, find }) =>
    find(domain, host).map(({ path, what, certain = true }) => ({ kind, path, what, why, certain })),
  )
}

function rootsFiles({ os, devices }: Domain, host: HostFacts): readonly Found[] {
  const found: Found[] = []
  const judge = (file: string, path: Path) => {
    const certain = isRoots(file, host)
    if (certain !== undefined) found.push({ path: [...path], what: file, certain })
  }
  visitFiles(os, ['os'], judge)
  visitFiles(devices, ['devices'], judge)
  return found
}

/** Whether that is certain; undefined for a file that the person may open. */
function isRoots(file: string, host: HostFacts): boolean | undefined {
  if (otherHome(file, host)) return true
  const rule = ofRoot.find((one) => one.path.test(file))
  if (rule === undefined || host.user?.name === 'root') return undefined
  if (rule.groups.length === 0) return true
  if (host.groups?.some((group) => rule.groups.includes(group)) === true) return undefined
  return host.groups !== undefined
}

/** A home that is closed to others, which is known when the person is. */
function otherHome(file: string, { user }: HostFacts): boolean {
  const owner = /^\/home\/([^/]+)(?:\/|$)/.exec(file)?.[1]
  return owner !== undefined && user?.name !== undefined && owner !== user.name
}

/** Every absolute path of the host below a value. The place is one list that changes on the way: resolve asks this often. */
function visitFiles(held: unknown, place: PathSegment[], judge: (file: string, path: Path) => void): void {
  if (typeof held === 'string') {
    if (held.startsWith('/')) judge(held, place)
    return
  }
  if (typeof held !== 'object' || held === null) return
  const inList = Array.isArray(held)
  for (const [key, value] of inList ? held.entries() : Object.entries(held)) {
    if (typeof value !== 'object' && typeof value !== 'string') continue
    if (!inList && notOfTheHost.has(String(key)) && !Array.isArray(value)) continue
    place.push(key)
    visitFiles(value, place, judge)
    place.pop()
  }
}

type Threads = readonly { readonly scheduler?: string | undefined }[]

function realtime(threads: Threads | undefined, key: string): Found[] {
  return threads?.some(isRealtime) === true ? [scheduler(key)] : []
}

function isRealtime(threads: Threads[number] | undefined): boolean {
  return threads?.scheduler === 'fifo' || threads?.scheduler === 'rr'
}

function scheduler(key: string): Found {
  return { path: ['cputune', key], what: `a realtime scheduler (${key})` }
}

function places<T>(
  items: readonly T[] | undefined,
  key: string,
): { readonly item: T; readonly path: Path }[] {
  return (items ?? []).map((item, index) => ({ item, path: ['devices', key, index] }))
}
