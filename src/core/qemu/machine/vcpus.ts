/** vCPUs and their topology. libvirt manual, CPU Allocation; QEMU manual, -smp. */
import type { Domain } from '../../domain/index.ts'
import { type Build, hasQemu, leftOut } from '../build/index.ts'
import { byHand, quiet, written } from '../decisions/index.ts'
import type { OptionValue } from '../words/options.ts'
import { device, emitPairs } from '../writing/index.ts'
import { cpuModel } from './cpu-model.ts'

type Topology = NonNullable<NonNullable<Domain['cpu']>['topology']>

export const vcpusDecisions = {
  vcpu: {
    placement: written,
    cpuset: byHand('The host CPUs of the VM are left out: start QEMU with taskset -c CPUS.'),
    current: written,
    value: written,
  },
  vcpus: {
    id: written,
    enabled: written,
    hotpluggable: written,
    order: quiet('The vCPUs are plugged in before the guest starts.'),
  },
} as const

/** Without a topology each vCPU is a socket, as libvirt has it. */
export function renderVcpus(build: Build): void {
  const { domain } = build
  const { vcpu } = domain
  const count = vcpu?.value ?? 1
  const at = domain.cpu?.topology
  const started = atStart(build, count)
  emitPairs(
    build,
    '-smp',
    at === undefined ? ['vcpu'] : ['cpu', 'topology'],
    String(started),
    { maxcpus: started < count ? count : undefined },
    at === undefined ? { sockets: count, cores: 1, threads: 1 } : topology(build, at),
  )
  plugVcpus(build, at ?? { sockets: count, cores: 1, threads: 1 })
  if (vcpu?.placement === 'auto')
    leftOut(
      build,
      ['vcpu', 'placement'],
      'Placement by numad is libvirt’s own: start QEMU with numactl or taskset.',
    )
}

/** Those that the guest boots with: single vCPUs that can be unplugged are devices of their own. */
function atStart({ domain }: Build, count: number): number {
  const { vcpus } = domain
  if (vcpus === undefined || vcpus.length === 0) return Math.min(domain.vcpu?.current ?? count, count)
  const enabled = vcpus.filter((one) => one.enabled !== false && one.hotpluggable !== true)
  return Math.max(1, enabled.length)
}

/** Every level is said, as libvirt does: one that QEMU does not have on this board may be 1. */
function topology(build: Build, at: Topology): Record<string, OptionValue> {
  const { clusters = 1 } = at
  const hasClusters = hasQemu(build, '7.0')
  if (clusters > 1 && !hasClusters)
    leftOut(build, ['cpu', 'topology', 'clusters'], 'Clusters came with QEMU 7.0.')
  return {
    sockets: at.sockets ?? 1,
    dies: at.dies ?? 1,
    clusters: hasClusters ? clusters : undefined,
    cores: at.cores ?? 1,
    threads: at.threads ?? 1,
  }
}

/** libvirt plugs them in before it lets the guest run: on a command line they are devices. QEMU manual, CPU hotplug. */
function plugVcpus(build: Build, at: Topology): void {
  for (const [index, { id, enabled, hotpluggable }] of (build.domain.vcpus ?? []).entries()) {
    const path = ['vcpus', index]
    if (id === undefined || id === 0 || hotpluggable !== true || enabled === false) continue
    const model = cpuModel(build)
    if (!build.isX86 || model === undefined) {
      leftOut(build, path, 'The vCPU is left out: QEMU can plug vCPUs in on x86.')
      continue
    }
    const { dies = 1, cores = 1, threads = 1 } = at
    const core = Math.floor(id / threads)
    const die = Math.floor(core / cores)
    device(build, `${model}-${build.arch === 'i686' ? 'i386' : 'x86_64'}-cpu`, path, {
      id: `vcpu${id}`,
      'socket-id': Math.floor(die / dies),
      'die-id': dies > 1 ? die % dies : undefined,
      'core-id': core % cores,
      'thread-id': id % threads,
    })
  }
}
