import { devicesOf } from '../support/devices.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'audio.twice',
  title: 'Two audio backends with one number',
  source: 'libvirt 11.3: "audio ID 1 is used multiple times"',
  *check(context) {
    const backends = devicesOf(context, 'audio')
    const highest = Math.max(0, ...backends.map(({ item }) => item.id ?? 0))
    for (const { item } of repeated(backends, ({ item }) => item.id?.toString()))
      yield {
        at: [...item.path, 'id'],
        message: `Two audio backends have the number ${item.item.id}. Give each a number of its own.`,
        fix: { title: `Set the number to ${highest + 1}`, value: highest + 1 },
      }
  },
}
