/** vCPUs and their topology. libvirt manual, CPU Allocation; CPU Tuning. */
import type { Domain } from '../../domain/index.ts'
import { type Build, emit } from '../build.ts'
import { options } from '../options.ts'
import { byHand, said } from '../said.ts'

const pinByHand =
  'QEMU names its threads (CPU 0/KVM …): pin them with taskset -pc CPUS THREAD, the thread ids are in query-cpus-fast of QMP.'

export const vcpusSaid = {
  vcpu: {
    placement: said,
    cpuset: byHand('The host CPUs of the VM are left out: start QEMU with taskset -c CPUS.'),
    current: said,
    value: said,
  },
  cputune: byHand(
    `CPU tuning is left out: weights and quotas belong to cgroups (systemd-run --scope -p CPUQuota=… -p CPUWeight=…). ${pinByHand}`,
  ),
} as const

/** Without a topology each vCPU is a socket, as libvirt has it. */
export function renderVcpus(build: Build): void {
  const { domain } = build
  const vcpu = domain.vcpu
  const count = vcpu?.value ?? 1
  const at = domain.cpu?.topology
  const path = at === undefined ? ['vcpu'] : ['cpu', 'topology']
  const layout = at === undefined ? oneSocketEach(count) : topology(at)
  const current = vcpu?.current
  const hotplug = current !== undefined && current < count
  emit(
    build,
    '-smp',
    path,
    options(String(hotplug ? current : count), { maxcpus: hotplug ? count : undefined, ...layout }),
  )
  if (vcpu?.placement === 'auto')
    build.findings.push({
      code: 'qemu.unsupported',
      severity: 'warning',
      path: ['vcpu', 'placement'],
      message: 'Placement by numad is libvirt’s own: start QEMU with numactl or taskset.',
    })
}

function oneSocketEach(count: number) {
  return { sockets: count, cores: 1, threads: 1 }
}

function topology(at: NonNullable<NonNullable<Domain['cpu']>['topology']>) {
  return {
    sockets: at.sockets,
    dies: at.dies,
    clusters: at.clusters === 1 ? undefined : at.clusters,
    cores: at.cores,
    threads: at.threads,
  }
}
