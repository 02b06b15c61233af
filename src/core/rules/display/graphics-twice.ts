import { devicesOf } from '../support/devices.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'graphics.twice',
  title: 'Two displays of a kind that can be there once',
  source:
    'libvirt 11.3 at the start: "only 1 graphics device of each type (sdl, vnc, spice, headless, dbus, rdp) is supported"',
  *check(context) {
    for (const { item } of repeated(devicesOf(context, 'graphics'), ({ item }) => item.type))
      yield {
        at: item.path,
        message: `There are two displays of type ${item.item.type}, libvirt takes one of each. Remove the second.`,
        fix: { title: 'Remove the second display' },
      }
  },
}
