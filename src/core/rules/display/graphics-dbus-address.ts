import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('graphics', {
  id: 'graphics.dbus-address',
  title: 'A D-Bus display between two, with an address',
  fixIsSafe: true,
  source: 'libvirt 11.3: its schema knows one of p2p and address',
  check(display) {
    if (display.type !== 'dbus' || display.p2p !== true || display.dbus_address === undefined)
      return undefined
    return {
      at: ['dbus_address'],
      message: 'Peer to peer there is no bus: leave the address out, or p2p.',
      fix: { title: 'Leave the address out' },
    }
  },
})
