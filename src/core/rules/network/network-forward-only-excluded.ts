import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.forward-only-excluded',
  title: 'A port forward that only leaves ports out',
  severity: 'warning',
  source:
    'passt(1), --tcp-ports: exclusions alone forward all other ports; under libvirt 11.3 as root "L4 socket: Too many open files" at the start',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'interfaces'))
      for (const [index, { ranges = [] }] of (item.port_forwards ?? []).entries()) {
        if (ranges.length === 0 || ranges.some(({ exclude }) => exclude !== true)) continue
        yield {
          path: at(context, ...path, 'port_forwards', index),
          message:
            'Exclusions alone forward every other port of the host, more than passt can open. Say which ports are forwarded.',
          fix: removeFix(context, 'Remove the forward', [...path, 'port_forwards', index]),
        }
      }
  },
}
