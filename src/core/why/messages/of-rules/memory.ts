/** Messages that the rules of the memory foresee, with the variable parts that the quotations of their sources do not show. */
import type { CauseTable } from '../../cause.ts'

export const memoryRuleMessages = {
  'hugepages.size': { by: 'libvirt', says: ["hugepage size can't be zero"], at: 'memory_backing.hugepages' },
  'memory.device-overlap': {
    by: 'libvirt',
    says: ['memory device address [{from}:{to}] overlaps with other memory device ({other})'],
    at: 'devices.memory',
  },
  'memory.device-needs-numa': {
    by: 'libvirt',
    says: [
      "can't add memory backend for guest node '{node#}' as the guest has only '{count#}' NUMA nodes configured",
      'NUMA nodes are not supported for {model}',
    ],
    at: 'devices.memory',
  },
  'memory.device-slots': {
    by: 'libvirt',
    says: [
      "memory device slot '{slot#}' exceeds slots count '{count#}'",
      "count of memory devices requiring memory slots '{slot#}' exceeds slots count '{count#}'",
      "cannot use/hotplug a memory device when domain 'maxMemory' is not defined",
      'no free memory device slot available',
    ],
    at: 'devices.memory',
  },
  'memory.device-form': {
    by: 'libvirt',
    says: [
      "path is required for model '{model}'",
      "only '{kind}' addresses are supported for the {model} device",
      'minimum target size for the NVDIMM must be 256MB plus the label size',
      'invalid NUMA node in target',
    ],
    at: 'devices.memory',
  },
  'memory.current-above': {
    by: 'libvirt',
    says: [
      'cannot set memory higher than max memory',
      'maximum memory size must be equal or greater than the actual memory size',
    ],
    at: 'memory',
  },
} as const satisfies CauseTable
