import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.ipv6-prefix',
  title: 'An IPv6 network of another size than SLIRP’s',
  severity: 'error',
  source: 'libvirt 11.3: "unsupported IPv6 address prefix=\'128\' - must be 64"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'interfaces')) {
      if (item.type !== 'user') continue
      for (const [index, { family, prefix }] of (item.ips ?? []).entries()) {
        if (family !== 'ipv6' || prefix === undefined || prefix === 64) continue
        yield {
          path: at(context, ...path, 'ips', index, 'prefix'),
          message: `The user network has 64 bits for an IPv6 network, not ${prefix}.`,
          fix: setFix(context, 'Take 64', [...path, 'ips', index, 'prefix'], 64),
        }
      }
    }
  },
}
