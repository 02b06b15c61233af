import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('interfaces', {
  id: 'network.forward-exclude',
  title: 'Ports that are left out and lead somewhere',
  fixIsSafe: true,
  source: 'passt under libvirt 11.3, at the start: "Invalid port specifier ~2222:22"',
  *check(card) {
    for (const [index, { ranges = [] }] of (card.port_forwards ?? []).entries())
      for (const [at_, range] of ranges.entries()) {
        if (range.exclude !== true || range.to === undefined) continue
        yield {
          at: ['port_forwards', index, 'ranges', at_, 'to'],
          message: 'These ports are excluded from the forward, so that they lead nowhere: leave `to` out.',
          fix: { title: 'Leave `to` out' },
        }
      }
  },
})
