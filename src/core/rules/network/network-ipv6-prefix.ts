import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('interfaces', {
  id: 'network.ipv6-prefix',
  title: 'An IPv6 network of another size than SLIRP’s',
  source: 'libvirt 11.3: "unsupported IPv6 address prefix=\'128\' - must be 64"',
  *check(card) {
    if (card.type !== 'user') return
    for (const [index, { family, prefix }] of (card.ips ?? []).entries()) {
      if (family !== 'ipv6' || prefix === undefined || prefix === 64) continue
      yield {
        at: ['ips', index, 'prefix'],
        message: `The user network has 64 bits for an IPv6 network, not ${prefix}.`,
        fix: { title: 'Take 64', value: 64 },
      }
    }
  },
})
