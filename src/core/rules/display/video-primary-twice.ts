import { repeatedRule } from '../support/repeated-rule.ts'

export const rule = repeatedRule('video', {
  id: 'video.primary-twice',
  title: 'Two first video cards',
  source: 'libvirt 11.3: "Only one primary video device is supported"',
  same: ({ primary }) => (primary === true ? 'primary' : undefined),
  at: ['primary'],
  says: () => 'Two video cards are marked primary; the firmware can show itself on one only.',
  fix: { title: 'Leave primary out here' },
})
