import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'address.controller-range',
  title: 'A drive on a controller that no machine has room for',
  source:
    'libvirt adds a controller for each number up to that of a drive (virDomainDefAddDiskControllersForType); a PCI bus has 32 slots, and of 256 buses most are taken by root ports with one',
  *check(context) {
    const drives = [
      ...devicesOf(context, 'disks').map(({ item, path }) => ({ address: item.address, path })),
      ...devicesOf(context, 'hostdevs').map(({ item, path }) => ({ address: item.address, path })),
    ]
    for (const { address, path } of drives) {
      if (address?.type !== 'drive' || Number(address.controller ?? 0) <= last) continue
      yield {
        at: [...path, 'address', 'controller'],
        message: `There is no controller ${address.controller}: no machine has room for more than ${last + 1} of them. Leave the address out, and libvirt picks one.`,
        fix: { title: 'Leave the address out', at: [...path, 'address'] },
      }
    }
  },
}

const last = 1023
