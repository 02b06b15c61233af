import {
  controllerWant,
  diskWant,
  hostdevWant,
  interfaceWant,
  videoWant,
  wants,
} from '../../complete/index.ts'
import { type GuestPciAddress, guestPciAddresses } from '../support/addresses.ts'
import { devicesOf } from '../support/devices.ts'
import { isArmVirt, isQ35 } from '../support/machine.ts'
import type { Rule, RuleContext } from '../support/rule.ts'

export const rule: Rule = {
  id: 'address.root-port-slot',
  title: 'A slot other than 0 on a root port',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "Invalid PCI address 0000:01:01.0. slot must be <= 0"; a bus that nobody says becomes a root port for a device of PCI Express (virDomainPCIAddressSetGrow)',
  *check(context) {
    const controllers = devicesOf(context, 'controllers').filter(({ item }) => item.type === 'pci')
    const models = new Map(
      controllers.flatMap(({ item }) =>
        item.index === undefined ? [] : [[item.index, item.model] as const],
      ),
    )
    const express = expressDevices(context)
    const isPort = ({ bus, path: [, list, index] }: GuestPciAddress) => {
      const model = models.get(bus)
      if (bus === 0 || models.has(bus)) return model !== undefined && onePlace.has(model)
      return hasExpressRoot(context) && express.has(`${list} ${index}`)
    }
    for (const address of guestPciAddresses(context)) {
      if (address.slot === 0 || !isPort(address)) continue
      const port = models.has(address.bus) ? 'is a root port' : 'becomes a root port'
      yield {
        at: [...address.path, 'slot'],
        message: `Bus ${address.bus} ${port}, which has slot 0 alone. Set the slot to 0x00, or leave the address out.`,
        fix: { title: 'Leave the address out', at: address.path },
      }
    }
  },
}

const onePlace: ReadonlySet<string> = new Set(['pcie-root-port', 'pcie-switch-downstream-port'])

function hasExpressRoot(context: RuleContext): boolean {
  return isQ35(context) || isArmVirt(context)
}

/** By list and index: those for which libvirt adds a root port, and not a bridge. */
function expressDevices(context: RuleContext): ReadonlySet<string> {
  const found = [
    ...devicesOf(context, 'interfaces').filter(({ item }) => interfaceWant(item) === wants.pcie),
    ...devicesOf(context, 'hostdevs').filter(({ item }) => hostdevWant(item) === wants.pcie),
    ...devicesOf(context, 'disks').filter(({ item }) => diskWant(item) === wants.pcie),
    ...devicesOf(context, 'controllers').filter(({ item }) => controllerWant(item) === wants.pcie),
    ...devicesOf(context, 'video').filter(({ item }) => videoWant(item) === wants.pcie),
  ]
  return new Set(found.map(({ path: [, list, index] }) => `${list} ${index}`))
}
