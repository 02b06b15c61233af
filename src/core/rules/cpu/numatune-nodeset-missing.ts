import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'numatune.nodeset-missing',
  title: 'NUMA tuning without nodes',
  severity: 'error',
  source: "libvirt 11.3: \"nodeset for NUMA memory tuning must be set if 'placement' is 'static'\"",
  *check(context) {
    const memory = context.domain.numatune?.memory
    if (memory === undefined || memory.nodeset !== undefined) return
    // Where nothing is said, the memory goes where the vCPUs do.
    const isStatic =
      memory.placement === 'static' ||
      (memory.placement === undefined && context.domain.vcpu?.placement !== 'auto')
    if (!isStatic) return
    yield {
      at: ['numatune', 'memory'],
      message: 'Static placement names the host’s NUMA nodes: set nodeset, or placement to auto.',
      fix: { title: 'Set placement to auto', at: ['numatune', 'memory', 'placement'], value: 'auto' },
    }
  },
}
