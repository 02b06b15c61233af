import { devicesOf } from '../support/devices.ts'
import { familyOf } from '../support/ip-address.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.multicast',
  title: 'A multicast network at an address of another kind',
  severity: 'warning',
  source:
    'QEMU 10.0 at the start: "specified mcastaddr 10.0.0.1 (0x0a000001) does not contain a multicast address"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'interfaces')) {
      const { address = '' } = item.source ?? {}
      if (item.type !== 'mcast' || familyOf(address) !== 'ipv4' || /^2(?:2[4-9]|3\d)\./.test(address))
        continue
      yield {
        path: at(context, ...path, 'source', 'address'),
        message: `${address} is no multicast address: those begin with 224 to 239. 239.0.0.1 is one for private use.`,
      }
    }
  },
}
