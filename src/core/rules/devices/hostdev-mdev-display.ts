import { deviceRule } from '../support/device-rule.ts'
import { devicesOf } from '../support/devices.ts'

export const rule = deviceRule('hostdevs', {
  id: 'hostdev.mdev-display',
  title: 'A screen of a mediated device without a display',
  source: 'libvirt 11.3: "graphics device is needed for attribute value \'display=on\' in <hostdev>"',
  when: (context) => devicesOf(context, 'graphics').length === 0,
  check(hostdev) {
    if (hostdev.type !== 'mdev' || hostdev.display !== 'on') return undefined
    return {
      at: ['display'],
      message:
        'The mediated device shows a screen, and there is no display to show it on. Add a display, or switch it off here.',
      fix: { title: 'Leave the screen off' },
    }
  },
})
