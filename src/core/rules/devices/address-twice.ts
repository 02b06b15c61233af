import { formatGuestAddress, type GuestPciAddress, guestPciAddresses } from '../support/addresses.ts'
import { repeatedRule } from '../support/repeated-rule.ts'
import type { RuleContext } from '../support/rule.ts'

export const rule = repeatedRule(ofDevices, {
  id: 'address.twice',
  title: 'Two devices at one PCI address',
  fixIsSafe: true,
  source: 'libvirt 11.3: "Attempted double use of PCI Address 0000:00:05.0"',
  same: formatGuestAddress,
  at: ['address'],
  says: (address, first) =>
    `${formatGuestAddress(address)} is the address of ${first} already. Leave the address out, and libvirt picks a free one.`,
  fix: { title: 'Leave the address out' },
})

/** By the devices that have them, of which the message speaks. */
function ofDevices(context: RuleContext): readonly GuestPciAddress[] {
  return guestPciAddresses(context).map((address) => ({ ...address, path: address.path.slice(0, -1) }))
}
