import { repeatedRule } from '../support/repeated-rule.ts'

export const rule = repeatedRule('panic', {
  id: 'panic.twice',
  title: 'Two panic devices of one model',
  source: 'libvirt 11.3: "Multiple panic devices with model \'isa\'"',
  same: ({ model }) => model,
  says: ({ model }) => `There are two panic devices ${model}, libvirt takes one.`,
  fix: { title: 'Remove the second' },
})
