import { devicesOf } from '../support/devices.ts'
import { repeatedRule } from '../support/repeated-rule.ts'

export const rule = repeatedRule('audio', {
  id: 'audio.twice',
  title: 'Two audio backends with one number',
  source: 'libvirt 11.3: "audio ID 1 is used multiple times"',
  same: ({ id }) => id?.toString(),
  at: ['id'],
  says: ({ id }) => `Two audio backends have the number ${id}. Give each a number of its own.`,
  fix: (_, context) => {
    const free = Math.max(0, ...devicesOf(context, 'audio').map(({ item }) => item.id ?? 0)) + 1
    return { title: `Set the number to ${free}`, value: free }
  },
})
