import { formatGuestAddress, guestPciAddresses } from '../support/addresses.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'address.multifunction',
  title: 'Several devices in a slot that is said to have one',
  source:
    'QEMU 10.0 at the start: "PCI: single function device can\'t be populated in function 3.1"; without a word libvirt switches multifunction on',
  *check(context) {
    const addresses = guestPciAddresses(context)
    for (const address of addresses) {
      if (address.function !== 0 || address.multifunction !== false) continue
      const other = addresses.find(
        ({ domain, bus, slot, function: number }) =>
          domain === address.domain && bus === address.bus && slot === address.slot && number !== 0,
      )
      if (other === undefined) continue
      yield {
        at: [...address.path, 'multifunction'],
        message: `${formatGuestAddress(address)} says multifunction off, and there is a device at ${formatGuestAddress(other)}. Leave it to libvirt.`,
        fix: { title: 'Leave multifunction out' },
      }
    }
  },
}
