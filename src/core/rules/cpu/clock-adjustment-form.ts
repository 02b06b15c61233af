import { partRule } from '../support/part-rule.ts'

export const rule = partRule('clock', {
  id: 'clock.adjustment-form',
  title: 'A clock adjustment that is no number of seconds',
  fixIsSafe: true,
  source: 'libvirt 11.3: its schema (a number of seconds, or reset)',
  *check({ adjustment }) {
    if (adjustment === undefined || /^(?:reset|[+-]?\d+)$/.test(adjustment)) return
    yield {
      at: ['adjustment'],
      message: `The adjustment ${adjustment} should be a number of seconds such as -3600, or reset.`,
      fix: { title: 'Leave it out' },
    }
  },
})
