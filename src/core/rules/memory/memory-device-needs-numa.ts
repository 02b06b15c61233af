import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'memory.device-needs-numa',
  title: 'A memory device without a NUMA cell',
  source:
    "libvirt 11.3: \"At least one numa node has to be configured when enabling memory hotplug\", \"can't add memory backend for guest node '1' as the guest has only '1' NUMA nodes configured\"",
  *check(context) {
    const cells = context.domain.cpu?.numa ?? []
    const dimms = devicesOf(context, 'memory').filter(({ item }) => hotplugged.has(item.model ?? ''))
    for (const { item, path } of dimms) {
      const { node } = item.target ?? {}
      if (node !== undefined && node >= cells.length && cells.length > 0)
        yield {
          at: [...path, 'target', 'node'],
          message: `The memory is for NUMA cell ${node}, but the guest has ${cells.length}, numbered from 0.`,
          fix: { title: 'Give it to cell 0', value: 0 },
        }
    }
  },
}

const hotplugged = new Set(['dimm', 'nvdimm', 'virtio-mem'])
