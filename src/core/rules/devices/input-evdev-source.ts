import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('inputs', {
  id: 'input.evdev-source',
  title: 'An input device of the host without its path',
  source:
    'libvirt 11.3: its schema refuses evdev without <source dev=…/> and passthrough without <source evdev=…/>',
  check(input) {
    const key = input.type === 'evdev' ? 'dev' : input.type === 'passthrough' ? 'evdev' : undefined
    if (key === undefined || (input.source?.[key] ?? '') !== '') return undefined
    return {
      at: ['source', key],
      message: `An input of type ${input.type} needs the event device of the host. Set source.${key} to one of /dev/input/by-id, such as /dev/input/by-id/usb-Keyboard-event-kbd.`,
    }
  },
})
