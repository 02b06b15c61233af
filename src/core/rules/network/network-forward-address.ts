import { devicesOf } from '../support/devices.ts'
import { familyOf } from '../support/ip-address.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.forward-address',
  title: 'A port forward on something that is no address',
  severity: 'error',
  source: 'libvirt 11.3: its schema (portForward, address is an IP address)',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'interfaces'))
      for (const [index, { address }] of (item.port_forwards ?? []).entries()) {
        if (address === undefined || familyOf(address) !== undefined) continue
        const place = [...path, 'port_forwards', index, 'address']
        yield {
          path: at(context, ...place),
          message: `${address} is no IP address; a host name can’t stand here. 127.0.0.1 is this machine alone.`,
          fix: setFix(context, 'Set it to 127.0.0.1', place, '127.0.0.1'),
        }
      }
  },
}
