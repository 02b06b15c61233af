import { devicesOf } from '../support/devices.ts'
import { addressLeftOut } from '../support/left-out.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'controller.wrong-bus',
  title: 'A bridge on a bus that can’t carry it',
  source:
    'libvirt 11.3: "The device at PCI address 0000:01:00.0 cannot be plugged into the PCI controller with index=\'1\'. It requires a controller that accepts a dmi-to-pci-bridge."',
  *check(context) {
    const models = new Map(
      devicesOf(context, 'controllers')
        .filter(({ item }) => item.type === 'pci')
        .map(({ item }) => [item.index ?? 0, item.model]),
    )
    for (const { item, path } of devicesOf(context, 'controllers')) {
      if (item.type !== 'pci' || item.address?.type !== 'pci') continue
      const carrier = models.get(Number(item.address.bus ?? 0))
      const carriers = item.model === undefined ? undefined : accepts[item.model]
      if (carriers === undefined || carrier === undefined || carriers.includes(carrier)) continue
      yield addressLeftOut([...path, 'address'], `A ${item.model} does not fit into a ${carrier}.`)
    }
  },
}

/** What each sits on: `virDomainPCIControllerModelToConnectType`. */
const accepts: Readonly<Record<string, readonly string[]>> = {
  'pci-expander-bus': ['pci-root'],
  'pcie-expander-bus': ['pcie-root'],
  'dmi-to-pci-bridge': ['pcie-root', 'pcie-expander-bus'],
  'pcie-root-port': ['pcie-root', 'pcie-expander-bus'],
  'pcie-switch-downstream-port': ['pcie-switch-upstream-port'],
  'pcie-switch-upstream-port': ['pcie-root-port', 'pcie-switch-downstream-port'],
  // libvirt puts none on pcie-root itself, and takes one that is said to be there.
  'pci-bridge': [
    'pci-root',
    'pcie-root',
    'pci-bridge',
    'dmi-to-pci-bridge',
    'pcie-to-pci-bridge',
    'pci-expander-bus',
  ],
}
