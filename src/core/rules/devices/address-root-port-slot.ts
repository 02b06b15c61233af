import { guestPciAddresses } from '../support/addresses.ts'
import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'address.root-port-slot',
  title: 'A slot other than 0 on a root port',
  severity: 'error',
  source: 'libvirt 11.3: "Invalid PCI address 0000:01:01.0. slot must be <= 0"',
  *check(context) {
    const ports = new Set(
      devicesOf(context, 'controllers')
        .filter(({ item }) => item.type === 'pci' && item.model !== undefined && onePlace.has(item.model))
        .map(({ item }) => item.index),
    )
    for (const address of guestPciAddresses(context)) {
      if (!ports.has(address.bus) || address.slot === 0) continue
      yield {
        path: at(context, ...address.path, 'slot'),
        message: `Bus ${address.bus} is a root port, which has slot 0 alone. Set the slot to 0x00, or leave the address out.`,
        fix: removeFix(context, 'Leave the address out', address.path),
      }
    }
  },
}

const onePlace: ReadonlySet<string> = new Set(['pcie-root-port', 'pcie-switch-downstream-port'])
