import { deviceRule } from '../support/device-rule.ts'
import { devicesOf } from '../support/devices.ts'

export const rule = deviceRule('audio', {
  id: 'audio.spice-missing',
  title: 'Sound over SPICE without SPICE',
  source: 'libvirt 11.3: "Spice audio is not supported without spice graphics"',
  when: (context) => !devicesOf(context, 'graphics').some(({ item }) => item.type === 'spice'),
  check(audio) {
    if (audio.type !== 'spice') return undefined
    return {
      at: ['type'],
      message:
        'The sound goes to a SPICE viewer, and there is no SPICE display. Add one, or choose where the sound goes.',
      fix: { title: 'Play no sound', value: 'none' },
    }
  },
})
