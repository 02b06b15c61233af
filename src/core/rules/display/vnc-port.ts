import type { Devices, Item } from '../../domain/index.ts'
import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'vnc.port',
  title: 'A VNC port that is too low, or none',
  severity: 'error',
  source: 'libvirt 11.3: "vnc port must be in range [5900,65535]"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'graphics')) {
      const { port = -1 } = item
      if (item.type !== 'vnc' || port >= 5900) continue
      if (port === -1) {
        if (item.autoport !== 'no' || isElsewhere(item)) continue
        yield {
          path: at(context, ...path, 'autoport'),
          message: 'A VNC display has to listen at some port. Say which, or let libvirt choose it.',
          fix: setFix(context, 'Let libvirt choose the port', [...path, 'autoport'], 'yes'),
        }
        continue
      }
      yield {
        path: at(context, ...path, 'port'),
        message: `The VNC port ${port} is below 5900, where VNC begins. Take one from there, or -1 to let libvirt choose.`,
        fix: setFix(context, 'Let libvirt choose the port', [...path, 'port'], -1),
      }
    }
  },
}

/** At a socket of the host, which has no port. */
function isElsewhere({ socket, listen = [] }: Item<Devices['graphics']>): boolean {
  return socket !== undefined || listen.some(({ type }) => type === 'socket')
}
