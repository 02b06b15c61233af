import { forwardsOf } from '../support/forwards.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.port-privileged',
  title: 'A port below 1024 that passt may not listen on',
  severity: 'warning',
  source:
    'passt at the start, as root too: "Failed to bind port 80 (Permission denied)"; net.ipv4.ip_unprivileged_port_start may allow it',
  *check(context) {
    if (context.host === undefined) return
    for (const { path, first, what, moveTo } of forwardsOf(context)) {
      if (first < 1 || first >= 1024) continue
      const higher = first + 8000
      const changes = moveTo?.(higher)
      yield {
        path,
        message: `Port ${first} of the host (${what}) is below 1024, which passt may not listen on unless the host allows it (net.ipv4.ip_unprivileged_port_start). Take a higher one such as ${higher}.`,
        fix: changes && { title: `Use port ${higher} of the host`, changes },
      }
    }
  },
}
