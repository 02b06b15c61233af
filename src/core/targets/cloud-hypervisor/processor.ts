/** CPUs, memory, and what the guest is started with. */
import { bytes, line, whole } from '../plain/codecs.ts'
import type { Part } from '../plain/part.ts'
import { orNothing, takeRows } from '../plain/rows.ts'
import type { Saying } from '../plain/saying.ts'
import { takePins, takeTopology } from '../plain/topology.ts'
import { noWork } from '../reason.ts'

/** Where distributions put the firmware; https://github.com/cloud-hypervisor/edk2 has it. */
const firmware = '/usr/share/cloud-hypervisor/CLOUDHV.fd'

export function cpusOf({ root, lacks }: Saying): Record<string, unknown> {
  const most = root.take('vcpu.value', whole) ?? 1
  const boot = root.take('vcpu.current', whole) ?? most
  const topology = takeTopology(root, { dies: true })
  const hyperv = root.peek('features.hyperv')
  if (hyperv !== undefined)
    lacks.push({
      path: ['features', 'hyperv'],
      message: 'What helps Windows is one word (kvm_hyperv), not a list.',
      byHand: noWork,
      inPart: true,
    })
  return {
    boot_vcpus: boot,
    max_vcpus: most,
    ...(topology === undefined
      ? {}
      : {
          topology: {
            threads_per_core: topology.threads ?? 1,
            cores_per_die: topology.cores ?? 1,
            dies_per_package: topology.dies ?? 1,
            packages: topology.sockets ?? 1,
          },
        }),
    ...(hyperv === undefined ? {} : { kvm_hyperv: true }),
    ...orNothing({ affinity: (takePins(root) ?? []).map(({ vcpu, cpus }) => ({ vcpu, host_cpus: cpus })) }),
  }
}

export function memoryOf(root: Part): Record<string, unknown> {
  const isShared =
    root.pass('memory_backing.access.mode', 'shared') || root.peek('devices.filesystems') !== undefined
  const pages = root.peek('memory_backing.hugepages')
  const size = root.take('memory_backing.hugepages.size', bytes)
  if (size === undefined) root.pass('memory_backing.hugepages', {})
  const type = root.pass('memory_backing.source.type', 'memfd')
  const mode = root.pass('memory_backing.allocation.mode', 'immediate')
  return {
    size: root.take('memory.value', bytes) ?? 1024 ** 3,
    ...(isShared || type ? { shared: true } : {}),
    ...(pages === undefined ? {} : { hugepages: true }),
    ...(size === undefined ? {} : { hugepage_size: size }),
    ...(mode ? { prefault: true } : {}),
  }
}

export function payloadOf({ root, lacks }: Saying): Record<string, unknown> {
  const kernel = takeRows(root, [
    ['os.kernel', 'kernel', line],
    ['os.initrd', 'initramfs', line],
    ['os.cmdline', 'cmdline', line],
  ])
  if (Object.hasOwn(kernel, 'kernel')) return kernel
  if (root.pass('os.firmware', 'efi'))
    lacks.push({
      path: ['os', 'firmware'],
      message: `The firmware is one of its own, ${firmware}, and keeps no variables.`,
      byHand: 'Fetch it where the distribution has none: releases of cloud-hypervisor/edk2.',
      inPart: true,
    })
  return { ...kernel, firmware }
}
