import type { Devices, Item } from '../../domain/index.ts'
import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('graphics', {
  id: 'vnc.port',
  title: 'A VNC port that is too low, or none',
  source: 'libvirt 11.3: "vnc port must be in range [5900,65535]"',
  check(display) {
    const { port = -1 } = display
    if (display.type !== 'vnc' || port >= 5900) return undefined
    if (port === -1) {
      if (display.autoport !== 'no' || isElsewhere(display)) return undefined
      return {
        at: ['autoport'],
        message: 'A VNC display has to listen at some port. Say which, or let libvirt choose it.',
        fix: { title: 'Let libvirt choose the port', value: 'yes' },
      }
    }
    return {
      at: ['port'],
      message: `The VNC port ${port} is below 5900, where VNC begins. Take one from there, or -1 to let libvirt choose.`,
      fix: { title: 'Let libvirt choose the port', value: -1 },
    }
  },
})

/** At a socket of the host, which has no port. */
function isElsewhere({ socket, listen = [] }: Item<Devices['graphics']>): boolean {
  return socket !== undefined || listen.some(({ type }) => type === 'socket')
}
