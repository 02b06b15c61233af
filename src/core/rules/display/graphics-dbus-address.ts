import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'graphics.dbus-address',
  title: 'A D-Bus display between two, with an address',
  severity: 'error',
  source: 'libvirt 11.3: its schema knows one of p2p and address',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'graphics')) {
      if (item.type !== 'dbus' || item.p2p !== true || item.dbus_address === undefined) continue
      yield {
        path: at(context, ...path, 'dbus_address'),
        message: 'Peer to peer there is no bus: leave the address out, or p2p.',
        fix: removeFix(context, 'Leave the address out', [...path, 'dbus_address']),
      }
    }
  },
}
