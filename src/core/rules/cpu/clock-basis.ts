import { partRule } from '../support/part-rule.ts'

export const rule = partRule('clock', {
  id: 'clock.basis',
  title: 'A clock basis without a variable offset',
  severity: 'warning',
  fixIsSafe: true,
  source: 'libvirt 11.3: its schema refuses it, without validation it is ignored; basis belongs to variable',
  *check({ offset = 'utc', basis }) {
    if (basis === undefined || offset === 'variable') return
    yield {
      at: ['basis'],
      message: `The basis says what a variable offset counts from; this offset is ${offset}. Leave the basis out.`,
      fix: { title: 'Leave the basis out' },
    }
  },
})
