import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'address.bus-full',
  title: 'More devices than PCI has room for',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "a PCI slot is needed to connect a PCI controller model=\'pcie-root-port\', but none is available, and it cannot be automatically added"',
  *check(context) {
    const ports = devicesOf(context, 'controllers').filter(({ item }) => item.model === 'pcie-root-port')
    const hasExpander = devicesOf(context, 'controllers').some(
      ({ item }) => item.model === 'pcie-expander-bus',
    )
    if (ports.length <= mostRootPorts || hasExpander) return
    yield {
      at: ['devices', 'controllers'],
      message: `${ports.length} root ports are more than the ${mostRootPorts} that fit on the root bus: 8 in each of its free slots. Put more devices behind a pcie-to-pci-bridge or a switch.`,
    }
  },
}

/** 32 slots of 8 functions, without the first, that of the mainboard, and one for other devices. */
const mostRootPorts = 240
