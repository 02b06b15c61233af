import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'smartcard.count',
  title: 'More than one smartcard, or not three certificates',
  severity: 'error',
  source:
    'libvirt 11.3: "this QEMU binary lacks multiple smartcard support", "host-certificates mode needs exactly three certificates"',
  *check(context) {
    for (const { item, path, index } of devicesOf(context, 'smartcard'))
      if (index > 0)
        yield {
          path: at(context, ...path),
          message: 'A guest has one smartcard reader. Remove the others.',
          fix: removeFix(context, 'Remove this one', path),
        }
      else if (item.mode === 'host-certificates' && (item.certificates ?? []).length !== 3)
        yield {
          path: at(context, ...path, 'certificates'),
          message: `A card of certificates holds exactly three, ${(item.certificates ?? []).length} are said.`,
          fix: removeFix(context, 'Remove the smartcard', path),
        }
  },
}
