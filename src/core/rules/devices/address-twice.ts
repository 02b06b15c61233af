import { formatPath } from '../../finding.ts'
import { formatGuestAddress, guestPciAddresses } from '../support/addresses.ts'
import { at } from '../support/place.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'address.twice',
  title: 'Two devices at one PCI address',
  fixIsSafe: true,
  source: 'libvirt 11.3: "Attempted double use of PCI Address 0000:00:05.0"',
  *check(context) {
    for (const { item, first } of repeated(guestPciAddresses(context), formatGuestAddress))
      yield {
        at: item.path,
        message: `${formatGuestAddress(item)} is the address of ${formatPath(at(context, ...first.path.slice(0, -1)))} already. Leave the address out, and libvirt picks a free one.`,
        fix: { title: 'Leave the address out' },
      }
  },
}
