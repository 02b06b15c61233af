import { partRule } from '../support/part-rule.ts'

export const rule = partRule('numatune', {
  id: 'numatune.nodeset-missing',
  title: 'NUMA tuning without nodes',
  source: "libvirt 11.3: \"nodeset for NUMA memory tuning must be set if 'placement' is 'static'\"",
  *check({ memory }, context) {
    if (memory === undefined || memory.nodeset !== undefined) return
    // Where nothing is said, the memory goes where the vCPUs do.
    const isStatic =
      memory.placement === 'static' ||
      (memory.placement === undefined && context.domain.vcpu?.placement !== 'auto')
    if (!isStatic) return
    yield {
      at: ['memory'],
      message: 'Static placement names the host’s NUMA nodes: set nodeset, or placement to auto.',
      fix: { title: 'Set placement to auto', at: ['memory', 'placement'], value: 'auto' },
    }
  },
})
