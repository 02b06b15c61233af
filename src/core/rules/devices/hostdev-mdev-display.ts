import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'hostdev.mdev-display',
  title: 'A screen of a mediated device without a display',
  severity: 'error',
  source: 'libvirt 11.3: "graphics device is needed for attribute value \'display=on\' in <hostdev>"',
  *check(context) {
    if (devicesOf(context, 'graphics').length > 0) return
    for (const { item, path } of devicesOf(context, 'hostdevs')) {
      if (item.type !== 'mdev' || item.display !== 'on') continue
      yield {
        path: at(context, ...path, 'display'),
        message:
          'The mediated device shows a screen, and there is no display to show it on. Add a display, or switch it off here.',
        fix: removeFix(context, 'Leave the screen off', [...path, 'display']),
      }
    }
  },
}
