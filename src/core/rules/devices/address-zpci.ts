import { guestPciAddresses } from '../support/addresses.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'address.zpci',
  title: 'An s390 address on another machine',
  source: 'libvirt 11.3: "This QEMU binary doesn\'t support zPCI"',
  *check(context) {
    if (context.domain.os?.arch === 's390x') return
    for (const { path } of guestPciAddresses(context).filter(({ hasZpci }) => hasZpci))
      yield {
        at: [...path, 'zpci'],
        message: 'uid and fid are how an s390 guest names a PCI device; no other has them.',
        fix: { title: 'Leave them out' },
      }
  },
}
