import { at, setFix } from '../support/place.ts'
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
      path: at(context, 'numatune', 'memory'),
      message: 'Static placement names the host’s NUMA nodes: set nodeset, or placement to auto.',
      fix: setFix(context, 'Set placement to auto', ['numatune', 'memory', 'placement'], 'auto'),
    }
  },
}
