import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'audio.unknown',
  title: 'A sound device with an audio backend that is not there',
  source: 'libvirt 11.3: "no audio device with ID 3"',
  *check(context) {
    const known = new Set(devicesOf(context, 'audio').map(({ item }) => item.id))
    const users = [
      ...devicesOf(context, 'sound').map(({ item, path }) => ({ id: item.audio, path })),
      ...devicesOf(context, 'graphics').map(({ item, path }) => ({ id: item.audio, path })),
    ]
    for (const { id, path } of users) {
      if (id === undefined || known.has(id)) continue
      yield {
        at: [...path, 'audio'],
        message: `There is no audio backend with the number ${id}. Add one, or leave the number out.`,
        fix: { title: 'Leave the audio backend out' },
      }
    }
  },
}
