import { formatGuestAddress, guestPciAddresses } from '../support/addresses.ts'
import { addressLeftOut } from '../support/left-out.ts'
import { pciBusModels } from '../support/pci-buses.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'address.slot-first',
  title: 'Slot 0 of a bus that keeps it',
  source:
    'libvirt 11.3: "Invalid PCI address 0000:06:00.0. slot must be >= 1" (virDomainPCIAddressBusSetModel)',
  *check(context) {
    const models = pciBusModels(context)
    for (const address of guestPciAddresses(context)) {
      if (address.slot !== 0 || !keepsFirst.has(models(address.bus) ?? '')) continue
      yield addressLeftOut(
        address.path,
        `${formatGuestAddress(address)} is on a ${models(address.bus)}, whose slots begin at 1.`,
      )
    }
  },
}

const keepsFirst: ReadonlySet<string> = new Set(['pci-root', 'pcie-root', 'pci-bridge', 'pcie-to-pci-bridge'])
