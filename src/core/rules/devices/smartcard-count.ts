import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('smartcard', {
  id: 'smartcard.count',
  title: 'More than one smartcard, or not three certificates',
  source:
    'libvirt 11.3: "this QEMU binary lacks multiple smartcard support", "host-certificates mode needs exactly three certificates"',
  check(card, _context, { index }) {
    if (index > 0)
      return {
        at: [],
        message: 'A guest has one smartcard reader. Remove the others.',
        fix: { title: 'Remove this one' },
      }
    if (card.mode === 'host-certificates' && (card.certificates ?? []).length !== 3)
      return {
        at: ['certificates'],
        message: `A card of certificates holds exactly three, ${(card.certificates ?? []).length} are said.`,
        fix: { title: 'Remove the smartcard', at: [] },
      }
    return undefined
  },
})
