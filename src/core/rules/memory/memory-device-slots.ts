import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'memory.device-slots',
  title: 'A memory device without room for it',
  source:
    'libvirt 11.3: "cannot use/hotplug a memory device when domain \'maxMemory\' is not defined", "failed to find an empty memory slot", "memory device slot \'9\' exceeds slots count \'2\'", "target NUMA node needs to be specified for memory device"',
  *check(context) {
    const { max_memory: most } = context.domain
    const devices = devicesOf(context, 'memory').filter(({ item }) => item.model !== 'sgx-epc')
    const [first] = devices
    if (first === undefined) return
    if (most?.slots === undefined)
      yield {
        at: ['max_memory'],
        message:
          'Memory devices need max_memory: how much memory there can be at most, and in how many slots.',
      }
    else {
      const inSlots = devices.filter(({ item }) => item.model === 'dimm' || item.model === 'nvdimm')
      if (inSlots.length > most.slots)
        yield {
          at: ['max_memory', 'slots'],
          message: `There are ${inSlots.length} memory modules and ${most.slots} slots.`,
          fix: { title: `Make ${inSlots.length} slots`, value: inSlots.length },
        }
    }
    for (const { item, path } of devices)
      if (
        item.target?.node === undefined &&
        (item.model === 'dimm' || item.model === 'nvdimm') &&
        (context.domain.cpu?.numa ?? []).length > 0
      )
        yield {
          at: [...path, 'target', 'node'],
          message: 'The memory module belongs to a NUMA cell of the guest; which one is not said.',
          fix: { title: 'Give it to cell 0', value: 0 },
        }
  },
}
