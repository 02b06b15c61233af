import { deviceRule } from '../support/device-rule.ts'
import { devicesOf } from '../support/devices.ts'

export const rule = deviceRule(['sound', 'graphics'], {
  id: 'audio.unknown',
  title: 'A sound device with an audio backend that is not there',
  source: 'libvirt 11.3: "no audio device with ID 3"',
  check({ audio: id }, context) {
    if (id === undefined || devicesOf(context, 'audio').some(({ item }) => item.id === id)) return undefined
    return {
      at: ['audio'],
      message: `There is no audio backend with the number ${id}. Add one, or leave the number out.`,
      fix: { title: 'Leave the audio backend out' },
    }
  },
})
