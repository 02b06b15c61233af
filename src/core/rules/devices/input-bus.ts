import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('inputs', {
  id: 'input.bus',
  title: 'An input device on a bus that it can’t be on',
  source:
    'libvirt 11.3: "unsupported input bus xen", "ps2 bus does not support tablet input device"; its schema for passthrough and evdev',
  check({ type, bus }) {
    if (bus === undefined) return undefined
    const better = type === 'passthrough' ? 'virtio' : 'usb'
    const isWrong =
      bus === 'xen' || (type === 'tablet' && bus === 'ps2') || (type === 'passthrough' && bus !== 'virtio')
    if (type === 'evdev')
      return {
        at: ['bus'],
        message: 'evdev feeds the keyboard and mouse that the guest has: it is on no bus of its own.',
        fix: { title: 'Leave the bus out' },
      }
    if (isWrong)
      return {
        at: ['bus'],
        message: `A ${type} is not on the bus ${bus}. Take ${better}.`,
        fix: { title: `Take ${better}`, value: better },
      }
    return undefined
  },
})
