import { CpuSet, cpusOf } from '../../text/index.ts'
import { givenFunctions, nameOf } from '../support/host-pci.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.numa-far',
  title: 'vCPUs on another NUMA node than their device',
  severity: 'advice',
  source:
    'Each access goes over the link between the nodes; Red Hat, Configuring and managing virtualization, NUMA; not seen in the lab',
  *check(context) {
    if (context.host?.numa === undefined) return
    let pins = new CpuSet()
    for (const { cpuset } of context.domain.cputune?.vcpupin ?? [])
      pins = pins.or(cpusOf(cpuset ?? '') ?? new CpuSet())
    if (pins.isEmpty) return
    for (const { path, device } of givenFunctions(context)) {
      const node = context.host?.numa?.find((one) => one.node === device?.numa_node)
      const near = node?.cpus === undefined ? undefined : cpusOf(node.cpus)
      if (device === undefined || near === undefined || !pins.and(near).isEmpty) continue
      yield {
        at: path,
        message: `${nameOf(device)} is on NUMA node ${node?.node} (CPUs ${node?.cpus}), and no vCPU runs there. Pin the vCPUs to that node.`,
      }
    }
  },
}
