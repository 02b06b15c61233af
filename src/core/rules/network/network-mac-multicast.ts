import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('interfaces', {
  id: 'network.mac-multicast',
  title: 'A MAC address of a group',
  source: 'libvirt 11.3: "expected unicast mac address, found multicast \'01:00:5e:00:00:01\'"',
  check(card) {
    const mac = card.mac?.address ?? ''
    if ((Number.parseInt(mac.slice(0, 2), 16) & 1) !== 1) return undefined
    return {
      at: ['mac', 'address'],
      message: `${mac} is the address of a group: its first pair is odd. Take one that begins with 52:54:00, or leave it out.`,
      fix: { title: 'Leave the MAC address out', at: ['mac'] },
    }
  },
})
