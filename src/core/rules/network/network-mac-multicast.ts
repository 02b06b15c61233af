import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.mac-multicast',
  title: 'A MAC address of a group',
  severity: 'error',
  source: 'libvirt 11.3: "expected unicast mac address, found multicast \'01:00:5e:00:00:01\'"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'interfaces')) {
      const mac = item.mac?.address ?? ''
      if ((Number.parseInt(mac.slice(0, 2), 16) & 1) !== 1) continue
      yield {
        path: at(context, ...path, 'mac', 'address'),
        message: `${mac} is the address of a group: its first pair is odd. Take one that begins with 52:54:00, or leave it out.`,
        fix: removeFix(context, 'Leave the MAC address out', [...path, 'mac']),
      }
    }
  },
}
