/** Which host CPUs a VM had best run on. */
import type { Change, Finding } from '../finding.ts'
import { formatCpuList } from './cpu-list.ts'
import type { HostFacts } from './facts.ts'
import { type CoreChoice, chooseCores } from './pinning-cores.ts'
import { type HostTopology, hostTopology } from './topology.ts'

export interface PinningWish {
  readonly facts: HostFacts | undefined
  /** How many vCPUs. */
  readonly vcpus: number
  /** The NUMA node of the passed-through device. */
  readonly nearNode?: number
  /** Host CPUs that the guest must not have. */
  readonly keepFree?: readonly number[]
  /** Numbers of the I/O threads of the design; each gets a pin. */
  readonly iothreads?: readonly number[]
  /** True when the design says its vCPUs in `libvirt.vcpu.value`, where they are then changed. */
  readonly saysLibvirtVcpu?: boolean
  /** `libvirt.cpu.features` of the design: on AMD, `topoext` is added to it, without which threads do not show. */
  readonly features?: readonly { readonly name?: string | undefined }[]
  /** True when the design says where its memory comes from (`libvirt.numatune`), which then stays. */
  readonly saysNumatune?: boolean
}

/** The guest's topology that mirrors the host CPUs. */
export interface GuestTopology {
  readonly sockets: number
  readonly dies: number
  readonly cores: number
  readonly threads: number
}

export interface Pinning {
  /** Host CPU of each vCPU: `cpus[3]` is vCPU 3's. */
  readonly cpus: readonly number[]
  /** Host CPUs of the emulator and the I/O threads. */
  readonly emulator: readonly number[]
  readonly topology: GuestTopology
  /** The change of the spec. */
  readonly changes: readonly Change[]
  /** Why these: a sentence or two. */
  readonly reason: string
}

/**
 * The best host CPUs for a number of vCPUs: whole cores with their sibling threads as guest threads, in one L3 cache or
 * node where they fit, near the node of the device, away from the core of CPU 0; emulator and I/O threads on what is
 * left.
 * @returns the pinning, or why there is none: `host.pinning.unknown-cpus`, `host.pinning.too-many`,
 *   `host.pinning.no-vcpus`
 */
export function bestPinning(
  wish: PinningWish,
): { readonly pinning: Pinning } | { readonly finding: Finding } {
  const { vcpus } = wish
  const topology = hostTopology(wish.facts)
  if (topology === undefined) {
    const message =
      'Which CPUs of the host share a core is not known; run the probe, or paste lscpu -e or virsh capabilities.'
    return refused('host.pinning.unknown-cpus', message)
  }
  if (!Number.isInteger(vcpus) || vcpus < 1) {
    return refused('host.pinning.no-vcpus', 'A VM needs at least one vCPU before any can be pinned.')
  }
  const choice = chooseCores(topology, wish)
  if ('most' in choice) return refused('host.pinning.too-many', tooMany(vcpus, choice.most, topology))
  const { cpus } = choice
  const emulator = emulatorCpus(topology, choice, new Set(cpus), new Set(wish.keepFree))
  const guest = guestTopology(choice, vcpus, wish.facts?.arch)
  return {
    pinning: {
      cpus,
      emulator,
      topology: guest,
      changes: changesOf(wish, topology, choice, cpus, emulator, guest),
      reason: `${reasonOf(choice, topology, wish)} Emulator and I/O threads run on ${formatCpuList(emulator)}.`,
    },
  }
}

function refused(code: Finding['code'], message: string): { readonly finding: Finding } {
  return { finding: { code, severity: 'advice', path: ['libvirt', 'cputune'], message } }
}

function tooMany(vcpus: number, most: number, { cpus }: HostTopology): string {
  const left = most === 0 ? 'none can be pinned' : `${most} can be pinned at most`
  return `${vcpus} vCPUs do not fit: the host has ${cpus.length} CPUs and needs a core for itself, so ${left}.`
}

/** What is left on the nodes of the guest, else anywhere; what is kept free only when nothing else is there. */
function emulatorCpus(
  topology: HostTopology,
  choice: CoreChoice,
  taken: ReadonlySet<number>,
  kept: ReadonlySet<number>,
): number[] {
  const nodes = new Set(choice.cores.map(({ node }) => node))
  const left = topology.cores.flatMap((core) =>
    core.threads.filter(({ cpu }) => !taken.has(cpu)).map(({ cpu }) => ({ cpu, near: nodes.has(core.node) })),
  )
  const free = left.filter(({ cpu }) => !kept.has(cpu))
  const near = free.filter((one) => one.near)
  const chosen = [near, free, left].find((list) => list.length > 0) ?? []
  return chosen.map(({ cpu }) => cpu).sort((a, b) => a - b)
}

/** L3 groups of one size become dies; QEMU has dies on x86 alone. Sockets stay sockets. */
function guestTopology(choice: CoreChoice, vcpus: number, arch = 'x86_64'): GuestTopology {
  const { threads } = choice
  if (vcpus % threads !== 0) return { sockets: 1, dies: 1, cores: vcpus, threads: 1 }
  const cores = vcpus / threads
  const { groups, sockets } = choice
  if (groups < 2 || cores % groups !== 0 || groups % sockets !== 0)
    return { sockets: 1, dies: 1, cores, threads }
  const dies = /^(?:x86_64|i686)$/.test(arch) ? groups / sockets : 1
  return { sockets, dies, cores: cores / sockets / dies, threads }
}

function changesOf(
  wish: PinningWish,
  topology: HostTopology,
  choice: CoreChoice,
  cpus: readonly number[],
  emulator: readonly number[],
  guest: GuestTopology,
): Change[] {
  const cpuset = formatCpuList(emulator)
  const nodes = [...new Set(choice.cores.flatMap(({ node }) => node ?? []))]
  const features = wish.features
  const topoext =
    guest.threads > 1 &&
    wish.facts?.cpu_vendor === 'AuthenticAMD' &&
    features !== undefined &&
    !features.some(({ name }) => name === 'topoext')
  return [
    { path: wish.saysLibvirtVcpu === true ? ['libvirt', 'vcpu', 'value'] : ['cpu'], value: wish.vcpus },
    {
      path: ['libvirt', 'cputune', 'vcpupin'],
      value: cpus.map((cpu, vcpu) => ({ vcpu, cpuset: String(cpu) })),
    },
    ...(cpuset === '' ? [] : [{ path: ['libvirt', 'cputune', 'emulatorpin'], value: { cpuset } }]),
    ...(cpuset === '' || wish.iothreads === undefined || wish.iothreads.length === 0
      ? []
      : [
          {
            path: ['libvirt', 'cputune', 'iothreadpin'],
            value: wish.iothreads.map((iothread) => ({ iothread, cpuset })),
          },
        ]),
    { path: ['libvirt', 'cpu', 'topology'], value: guest },
    ...(topoext
      ? [
          {
            path: ['libvirt', 'cpu', 'features'],
            value: [...features, { policy: 'require', name: 'topoext' }],
          },
        ]
      : []),
    ...(nodes.length === 1 && topology.nodes.length > 1 && wish.saysNumatune !== true
      ? [{ path: ['libvirt', 'numatune', 'memory'], value: { mode: 'preferred', nodeset: String(nodes[0]) } }]
      : []),
  ]
}

function reasonOf(choice: CoreChoice, topology: HostTopology, wish: PinningWish): string {
  const count = choice.cores.length
  const cores = count === 1 ? 'One whole core' : `${count} whole cores`
  const where = placeOf(choice)
  const near =
    wish.nearNode === undefined || topology.nodes.length < 2
      ? ''
      : choice.cores.every(({ node }) => node === wish.nearNode)
        ? ', on the node of the device'
        : `, though not all on node ${wish.nearNode}, where the device is`
  const host = choice.tookFirst
    ? '; the core of CPU 0 is among them, since no other was left'
    : ', away from CPU 0'
  const siblings = choice.threads > 1 ? ` with ${count === 1 ? 'its' : 'their'} sibling threads` : ''
  return `${cores}${siblings}${where}${near}${host}.`
}

function placeOf({ scope, groups }: CoreChoice): string {
  if (scope === 'cache') return ' that share one L3 cache'
  if (scope === 'node') return groups > 1 ? ` on one NUMA node, of ${groups} L3 caches` : ' on one NUMA node'
  if (scope === 'socket') return ' of one socket'
  return groups > 1 ? ` of ${groups} L3 caches` : ''
}
