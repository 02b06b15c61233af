import { partRule } from '../support/part-rule.ts'

export const rule = partRule('clock', {
  id: 'clock.adjustment',
  title: 'A clock adjustment that its offset does not know',
  fixIsSafe: true,
  source:
    'libvirt 11.3: its schema refuses it, without validation it is ignored; adjustment belongs to variable, utc and localtime',
  *check({ offset = 'utc', adjustment }) {
    if (adjustment === undefined || ['variable', 'utc', 'localtime'].includes(offset)) return
    yield {
      at: ['adjustment'],
      message: `A clock with the offset ${offset} has no adjustment; variable, utc and localtime have. Leave the adjustment out, or change the offset.`,
      fix: { title: 'Leave the adjustment out' },
    }
  },
})
