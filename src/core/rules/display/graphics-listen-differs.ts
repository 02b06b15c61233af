import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'graphics.listen-differs',
  title: 'Two addresses for one display',
  severity: 'error',
  target: 'libvirt',
  source:
    "libvirt 11.3: \"graphics 'listen' attribute '::' must match 'address' attribute of first listen element (found '10.0.0.1')\", \"graphics 'socket' attribute '/a' must match 'socket' attribute of first listen element\"",
  *check(context) {
    for (const { item, path } of devicesOf(context, 'graphics')) {
      const [first] = item.listen ?? []
      const pairs = [
        ['listen_address', item.listen_address, first?.type === 'address' ? first.address : undefined],
        ['socket', item.socket, first?.type === 'socket' ? first.socket : undefined],
      ] as const
      for (const [index, { type, socket }] of (item.listen ?? []).entries())
        if (socket !== undefined && type !== undefined && type !== 'socket')
          yield {
            path: at(context, ...path, 'listen', index, 'socket'),
            message: `A display that listens at an ${type} has no socket. Leave it out.`,
            fix: removeFix(context, 'Leave the socket out', [...path, 'listen', index, 'socket']),
          }
      for (const [key, old, said] of pairs)
        if (old !== undefined && said !== undefined && old !== said)
          yield {
            path: at(context, ...path, key),
            message: `The display is to listen at ${old}, and at ${said} by its listen. Keep one of them.`,
            fix: removeFix(context, `Keep ${said}`, [...path, key]),
          }
    }
  },
}
