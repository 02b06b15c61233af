import { kindRule } from '../support/kind-rule.ts'

export const rule = kindRule('clock', {
  id: 'clock.basis',
  title: 'A clock basis without a variable offset',
  severity: 'warning',
  fixIsSafe: true,
  source: 'libvirt 11.3: its schema refuses it, without validation it is ignored; basis belongs to variable',
  says: ({ said }) =>
    `The basis says what a variable offset counts from; this offset is ${said}. Leave the basis out.`,
})
