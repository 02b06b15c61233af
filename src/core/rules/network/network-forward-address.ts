import { deviceRule } from '../support/device-rule.ts'
import { familyOf } from '../support/ip-address.ts'

export const rule = deviceRule('interfaces', {
  id: 'network.forward-address',
  title: 'A port forward on something that is no address',
  source: 'libvirt 11.3: its schema (portForward, address is an IP address)',
  *check(card) {
    for (const [index, { address }] of (card.port_forwards ?? []).entries()) {
      if (address === undefined || familyOf(address) !== undefined) continue
      yield {
        at: ['port_forwards', index, 'address'],
        message: `${address} is no IP address; a host name can’t stand here. 127.0.0.1 is this machine alone.`,
        fix: { title: 'Set it to 127.0.0.1', value: '127.0.0.1' },
      }
    }
  },
})
