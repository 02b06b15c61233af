import { repeatedRule } from '../support/repeated-rule.ts'

export const rule = repeatedRule('graphics', {
  id: 'graphics.twice',
  title: 'Two displays of a kind that can be there once',
  source:
    'libvirt 11.3 at the start: "only 1 graphics device of each type (sdl, vnc, spice, headless, dbus, rdp) is supported"',
  same: ({ type }) => type,
  says: ({ type }) => `There are two displays of type ${type}, libvirt takes one of each. Remove the second.`,
  fix: { title: 'Remove the second display' },
})
