import { kindRule } from '../support/kind-rule.ts'

export const rule = kindRule('clock', {
  id: 'clock.adjustment',
  title: 'A clock adjustment that its offset does not know',
  fixIsSafe: true,
  source:
    'libvirt 11.3: its schema refuses it, without validation it is ignored; adjustment belongs to variable, utc and localtime',
  says: ({ said }) =>
    `A clock with the offset ${said} has no adjustment; variable, utc and localtime have. Leave the adjustment out, or change the offset.`,
})
