/** Messages that the rules of the processor and the clock foresee, with the variable parts that the quotations of their sources do not show. */
import type { CauseTable } from '../../cause.ts'

export const cpuRuleMessages = {
  'clock.timer': {
    by: 'libvirt',
    says: [
      "Configuring the '{timer}' timer is not supported for virtType={type} arch={arch} machine={machine} guests",
      "Configuring the '{timer}' timer is not supported with this QEMU binary",
      "unsupported timer type (name) '{timer}'",
      "unsupported {timer} timer tickpolicy '{policy}'",
      "unsupported {timer} tickpolicy '{policy}'",
      '{timer} timer is not supported by this architecture',
    ],
    cause: 'The machine or QEMU has no timer {timer} that can be set so. Leave it out.',
    at: 'clock.timers',
  },
  'clock.incomplete': {
    by: 'libvirt',
    says: [
      "missing '{attribute}' attribute for clock with offset='{offset}'",
      "unsupported clock offset '{offset}'",
      "unknown clock offset '{offset}'",
      "unknown clock basis '{basis}'",
    ],
    at: 'clock',
  },
  'cpu.cache': {
    by: 'libvirt',
    says: [
      "CPU cache mode '{mode}' can only be used with level='3'",
      "CPU cache mode '{mode}' can only be used with '{one}' / '{other}' CPUs",
      "unsupported CPU cache level for mode '{mode}'",
      'invalid CPU cache level, must be in range [1,3]',
      "CPU cache specification is not supported for '{arch}' architecture",
    ],
    at: 'cpu.cache',
  },
  'cpu.feature-conflict': {
    by: 'libvirt',
    says: ["CPU feature '{feature}' specified more than once"],
    at: 'cpu.features',
  },
  'cpu.set-range': {
    by: 'libvirt',
    says: ["Failed to parse bitmap '{cpus}'"],
    cause: '‘{cpus}’ is no list of CPUs or nodes that libvirt reads: 0-3,^2 is one.',
  },
  'cpu.topology': {
    by: 'libvirt',
    says: [
      "CPU topology doesn't match the desired vcpu count",
      'Invalid CPU topology: product of the hierarchy must match maxcpus: {}',
    ],
    at: 'cpu.topology',
  },
  'cpu.topology-machine': {
    by: 'QEMU',
    says: [
      "{level} > 1 not supported by this machine's CPU topology",
      'Only 1 {level} per {other} is supported',
      "{level} not supported by this machine's CPU topology",
    ],
    at: 'cpu.topology',
  },
  'cpu.without-model': {
    by: 'libvirt',
    says: ['no CPU model specified', 'no guest CPU model specified'],
    at: 'cpu',
  },
  'iothread.bus': { by: 'libvirt', says: ['IOThreads not available for bus {bus} target {disk}'] },
  'iothread.pin-unknown': {
    by: 'libvirt',
    says: ["Cannot find 'iothread' : {id#}", "duplicate iothreadpin for same iothread '{id#}'"],
    at: 'cputune',
  },
  'iothread.undefined': {
    by: 'libvirt',
    says: ["iothread '{id#}' not defined in iothreadid", "cannot find IOThread '{id#}' in iothreadids"],
    at: 'iothreads',
  },
  'iothread.ids': {
    by: 'libvirt',
    says: [
      "duplicate iothread id '{id#}' found",
      "thread_pool_min ({least#}) can't be greater than thread_pool_max ({most#})",
    ],
    at: 'iothreadids',
  },
  'machine.device': {
    by: 'libvirt',
    says: [
      '{model} model of watchdog is only part of q35 machine',
      '{model} model of watchdog cannot be used with this machine type',
      '{model} model of watchdog can go only on PCI bus',
      '{model} model of watchdog does not support configuring the address',
      '{feature} feature is not available with this QEMU binary',
      '{feature} feature state cannot be controlled with this QEMU binary',
      'PowerPC pseries machines do not support floppy device',
      'parallel ports are not supported',
    ],
  },
  'numa.attributes': {
    by: 'libvirt',
    says: [
      "'{key}' refers to a non-existent NUMA node",
      "'{key}' refers to a non-existent NUMA node cache",
      "Cache level '{level#}' already defined",
      'HMAT is not supported with this QEMU',
    ],
    at: 'cpu.numa',
  },
  'numa.cpu-twice': {
    by: 'libvirt',
    says: [
      'NUMA cells {one#} and {other#} have overlapping vCPU ids',
      'CPU index: {cpu#} or NUMA node not specified',
    ],
    at: 'cpu.numa',
  },
  'numa.cpus': {
    by: 'libvirt',
    says: [
      'Number of CPUs in <numa> exceeds the desired maximum vcpu count',
      'CPU IDs in <numa> exceed the <vcpu> count',
      'CPU(s) not present in any NUMA nodes: {cpus}',
    ],
    at: 'cpu.numa',
  },
  'numa.distance-unknown': {
    by: 'libvirt',
    says: [
      "'sibling_id {id#}' does not refer to a valid cell within NUMA 'cell id {cell#}'",
      "'value {value#}' is invalid for 'sibling id {id#}' under NUMA 'cell id {cell#}'",
      'NUMA distances defined without siblings',
      'NUMA topology defined without NUMA cells',
      'The distance between node {one#} and {other#} is missing, at least one distance value between each nodes should be provided.',
    ],
    at: 'cpu.numa',
  },
  'numa.ids': {
    by: 'libvirt',
    says: [
      "Duplicate NUMA cell info for cell id '{cell#}'",
      "Exactly one 'cell' element per guest NUMA cell allowed, non-contiguous ranges or ranges not starting from 0 are not allowed",
    ],
    at: 'cpu.numa',
  },
  'numatune.memnode': {
    by: 'libvirt',
    says: [
      'Multiple memnode elements with cellid {cell#}',
      "Argument 'cellid' in memnode element must correspond to existing guest's NUMA cell",
      "NUMA memory tuning in '{mode}' mode only supports single node",
      "Invalid nodeset of 'numatune': {nodes}",
    ],
    at: 'numatune',
  },
  'resctrl.shares': {
    by: 'libvirt',
    says: [
      'Memory Bandwidth already defined for node {node#}',
      'Resource control is not supported on this host',
      "Cache level {level#} id {id#} does not support tuning for scope type '{kind}'",
      'RDT Memory Bandwidth allocation unsupported',
    ],
    at: 'cputune',
  },
  'scheduler.priority': {
    by: 'libvirt',
    says: ['Scheduler priority {priority#} out of range [{}]'],
    at: 'cputune',
  },
  'smm.architecture': {
    by: 'QEMU',
    says: ["Property '{machine}-machine.smm' not found"],
    at: 'features.smm',
  },
  'vcpu.states': {
    by: 'libvirt',
    says: [
      "vcpu {vcpu#} can't be offline",
      "duplicate vcpu order '{order#}'",
      "vcpu id '{vcpu#}' is out of range of maximum vcpu count",
      "vcpu order '{order#}' exceeds vcpu count",
      'vcpu0 must be enabled first',
      "vcpu '{vcpu#}' is missing hotplug data",
      'vCPUs count must be a multiple of the vCPU hotplug granularity ({count#})',
    ],
    at: 'vcpus',
  },
  'vcpu.tuning': {
    by: 'libvirt',
    says: [
      "vCPU '{vcpu#}' is not present in domain definition",
      "shares '{value#}' must be in range [{}]",
      "Value of cputune '{key}' must be in range [{}]",
      "Value of cputune '{key}': '{value#}' must be in range [{}]",
      "cfs_quota '{value#}' must be in range ({})",
      "cfs_period '{value#}' must be in range ({})",
      'missing cpuset for vcpupin',
    ],
    at: 'cputune',
  },
} as const satisfies CauseTable
