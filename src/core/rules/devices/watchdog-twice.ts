import { repeatedRule } from '../support/repeated-rule.ts'

export const rule = repeatedRule('watchdog', {
  id: 'watchdog.twice',
  title: 'Two watchdogs of one model',
  source: 'libvirt 11.3: "domain can only have one watchdog with model \'itco\'"',
  same: ({ model }) => (model === 'itco' || model === 'ib700' ? model : undefined),
  says: ({ model }) => `There are two watchdogs ${model}, libvirt takes one. Remove the second.`,
  fix: { title: 'Remove the second watchdog' },
})
