import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'clock.adjustment-form',
  title: 'A clock adjustment that is no number of seconds',
  severity: 'error',
  fixIsSafe: true,
  source: 'libvirt 11.3: its schema (a number of seconds, or reset)',
  *check(context) {
    const { adjustment } = context.domain.clock ?? {}
    if (adjustment === undefined || /^(?:reset|[+-]?\d+)$/.test(adjustment)) return
    yield {
      at: ['clock', 'adjustment'],
      message: `The adjustment ${adjustment} should be a number of seconds such as -3600, or reset.`,
      fix: { title: 'Leave it out' },
    }
  },
}
