import { partRule } from '../support/part-rule.ts'

export const rule = partRule('clock', {
  id: 'clock.incomplete',
  title: 'A clock offset without what it needs',
  source: "libvirt 11.3: \"missing 'timezone' attribute for clock with offset='timezone'\"",
  *check({ offset, timezone, start }) {
    const missing =
      offset === 'timezone' && timezone === undefined
        ? 'timezone'
        : offset === 'absolute' && start === undefined
          ? 'start'
          : undefined
    if (missing === undefined) return
    yield {
      at: ['offset'],
      message: `A clock with the offset ${offset} needs ${missing}. Say it, or take the offset utc.`,
      fix: { title: 'Set the offset to utc', value: 'utc' },
    }
  },
})
