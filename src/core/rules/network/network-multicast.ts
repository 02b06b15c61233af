import { deviceRule } from '../support/device-rule.ts'
import { familyOf } from '../support/ip-address.ts'

export const rule = deviceRule('interfaces', {
  id: 'network.multicast',
  title: 'A multicast network at an address of another kind',
  severity: 'warning',
  source:
    'QEMU 10.0 at the start: "specified mcastaddr 10.0.0.1 (0x0a000001) does not contain a multicast address"',
  check(card) {
    const { address = '' } = card.source ?? {}
    if (card.type !== 'mcast' || familyOf(address) !== 'ipv4' || /^2(?:2[4-9]|3\d)\./.test(address))
      return undefined
    return {
      at: ['source', 'address'],
      message: `${address} is no multicast address: those begin with 224 to 239. 239.0.0.1 is one for private use.`,
    }
  },
})
