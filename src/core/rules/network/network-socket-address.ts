import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.socket-address',
  title: 'A udp network with one end',
  severity: 'error',
  source: 'libvirt 11.3: its schema wants the local end of udp',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'interfaces')) {
      if (item.type !== 'udp' || item.source?.local_port !== undefined) continue
      yield {
        path: at(context, ...path, 'source'),
        message: 'A udp network says both ends: local_address and local_port are missing.',
      }
    }
  },
}
