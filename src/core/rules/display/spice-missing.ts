import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'spice.missing',
  title: 'SPICE devices without a SPICE display',
  severity: 'error',
  source: 'libvirt 11.3: "chardev \'spicevmc\' not supported without spice graphics"',
  *check(context) {
    const hasSpice = devicesOf(context, 'graphics').some(({ item }) => item.type === 'spice')
    if (hasSpice) return
    const lists = ['channels', 'redirdev', 'smartcard', 'serial', 'parallel', 'console'] as const
    for (const { item, path } of lists.flatMap((list) => devicesOf(context, list))) {
      if (item.type !== 'spicevmc' && item.type !== 'spiceport') continue
      yield {
        path: at(context, ...path, 'type'),
        message: `libvirt: “chardev '${item.type}' not supported without spice graphics”. Add a SPICE display, or remove this device.`,
        fix: removeFix(context, 'Remove the device', path),
      }
    }
  },
}
