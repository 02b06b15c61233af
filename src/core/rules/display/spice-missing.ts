import { deviceRule } from '../support/device-rule.ts'
import { devicesOf } from '../support/devices.ts'

export const rule = deviceRule(['channels', 'redirdev', 'smartcard', 'serial', 'parallel', 'console'], {
  id: 'spice.missing',
  title: 'SPICE devices without a SPICE display',
  source: 'libvirt 11.3: "chardev \'spicevmc\' not supported without spice graphics"',
  when: (context) => !devicesOf(context, 'graphics').some(({ item }) => item.type === 'spice'),
  check({ type }) {
    if (type !== 'spicevmc' && type !== 'spiceport') return undefined
    return {
      at: ['type'],
      message: `libvirt: “chardev '${type}' not supported without spice graphics”. Add a SPICE display, or remove this device.`,
      fix: { title: 'Remove the device', at: [] },
    }
  },
})
