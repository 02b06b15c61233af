import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'input.evdev-source',
  title: 'An input device of the host without its path',
  severity: 'error',
  source:
    'libvirt 11.3: its schema refuses evdev without <source dev=…/> and passthrough without <source evdev=…/>',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'inputs')) {
      const key = item.type === 'evdev' ? 'dev' : item.type === 'passthrough' ? 'evdev' : undefined
      if (key === undefined || (item.source?.[key] ?? '') !== '') continue
      yield {
        path: at(context, ...path, 'source', key),
        message: `An input of type ${item.type} needs the event device of the host. Set source.${key} to one of /dev/input/by-id, such as /dev/input/by-id/usb-Keyboard-event-kbd.`,
      }
    }
  },
}
