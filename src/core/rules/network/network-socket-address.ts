import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('interfaces', {
  id: 'network.socket-address',
  title: 'A udp network with one end',
  source: 'libvirt 11.3: its schema wants the local end of udp',
  check(card) {
    if (card.type !== 'udp' || card.source?.local_port !== undefined) return undefined
    return {
      at: ['source'],
      message: 'A udp network says both ends: local_address and local_port are missing.',
    }
  },
})
