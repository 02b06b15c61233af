import { repeatedRule } from '../support/repeated-rule.ts'

export const rule = repeatedRule('channels', {
  id: 'channel.name-twice',
  title: 'Two channels with one name',
  source: 'QEMU 10.0 at the start: "A port already exists by name org.qemu.guest_agent.0"',
  same: ({ target_type, name }) => (target_type === 'virtio' ? name : undefined),
  at: ['name'],
  says: ({ name }, first) => `The channel ${name} is there already, at ${first}. Remove one of them.`,
  fix: { title: 'Remove the second channel', at: [] },
})
