import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'clock.incomplete',
  title: 'A clock offset without what it needs',
  severity: 'error',
  source: "libvirt 11.3: \"missing 'timezone' attribute for clock with offset='timezone'\"",
  *check(context) {
    const { offset, timezone, start } = context.domain.clock ?? {}
    const missing =
      offset === 'timezone' && timezone === undefined
        ? 'timezone'
        : offset === 'absolute' && start === undefined
          ? 'start'
          : undefined
    if (missing === undefined) return
    yield {
      at: ['clock', 'offset'],
      message: `A clock with the offset ${offset} needs ${missing}. Say it, or take the offset utc.`,
      fix: { title: 'Set the offset to utc', value: 'utc' },
    }
  },
}
