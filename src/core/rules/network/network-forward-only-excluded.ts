import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('interfaces', {
  id: 'network.forward-only-excluded',
  title: 'A port forward that only leaves ports out',
  severity: 'warning',
  source:
    'passt(1), --tcp-ports: exclusions alone forward all other ports; under libvirt 11.3 as root "L4 socket: Too many open files" at the start',
  *check(card) {
    for (const [index, { ranges = [] }] of (card.port_forwards ?? []).entries()) {
      if (ranges.length === 0 || ranges.some(({ exclude }) => exclude !== true)) continue
      yield {
        at: ['port_forwards', index],
        message:
          'Exclusions alone forward every other port of the host, more than passt can open. Say which ports are forwarded.',
        fix: { title: 'Remove the forward' },
      }
    }
  },
})
