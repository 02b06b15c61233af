import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('memory', {
  id: 'memory.device-needs-numa',
  title: 'A memory device without a NUMA cell',
  source:
    "libvirt 11.3: \"At least one numa node has to be configured when enabling memory hotplug\", \"can't add memory backend for guest node '1' as the guest has only '1' NUMA nodes configured\"",
  check({ model, target }, context) {
    const count = context.domain.cpu?.numa?.length ?? 0
    const { node } = target ?? {}
    if (!hotplugged.has(model ?? '') || node === undefined || count === 0 || node < count) return undefined
    return {
      at: ['target', 'node'],
      message: `The memory is for NUMA cell ${node}, but the guest has ${count}, numbered from 0.`,
      fix: { title: 'Give it to cell 0', value: 0 },
    }
  },
})

const hotplugged = new Set(['dimm', 'nvdimm', 'virtio-mem'])
