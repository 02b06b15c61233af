import { devicesOf } from '../support/devices.ts'
import { at, removeFix, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'input.bus',
  title: 'An input device on a bus that it can’t be on',
  severity: 'error',
  source:
    'libvirt 11.3: "unsupported input bus xen", "ps2 bus does not support tablet input device"; its schema for passthrough and evdev',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'inputs')) {
      const { type, bus } = item
      if (bus === undefined) continue
      const better = type === 'passthrough' ? 'virtio' : 'usb'
      const isWrong =
        bus === 'xen' || (type === 'tablet' && bus === 'ps2') || (type === 'passthrough' && bus !== 'virtio')
      if (type === 'evdev')
        yield {
          path: at(context, ...path, 'bus'),
          message: 'evdev feeds the keyboard and mouse that the guest has: it is on no bus of its own.',
          fix: removeFix(context, 'Leave the bus out', [...path, 'bus']),
        }
      else if (isWrong)
        yield {
          path: at(context, ...path, 'bus'),
          message: `A ${type} is not on the bus ${bus}. Take ${better}.`,
          fix: setFix(context, `Take ${better}`, [...path, 'bus'], better),
        }
    }
  },
}
