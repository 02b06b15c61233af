import { formatPath } from '../../finding.ts'
import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'channel.name-twice',
  title: 'Two channels with one name',
  source: 'QEMU 10.0 at the start: "A port already exists by name org.qemu.guest_agent.0"',
  *check(context) {
    const channels = devicesOf(context, 'channels').filter(({ item }) => item.target_type === 'virtio')
    for (const { item, first } of repeated(channels, ({ item }) => item.name))
      yield {
        at: [...item.path, 'name'],
        message: `The channel ${item.item.name} is there already, at ${formatPath(at(context, ...first.path))}. Remove one of them.`,
        fix: { title: 'Remove the second channel', at: item.path },
      }
  },
}
