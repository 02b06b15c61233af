/** What each PCI bus of the guest is. */
import { devicesOf } from './devices.ts'
import { isArmVirt, isI440fx, isQ35 } from './machine.ts'
import type { RuleContext } from './rule.ts'

/**
 * The model of each bus by its number: said, the root of the machine, or, on conventional PCI, the bridge that libvirt adds
 * for a bus that only an address speaks of (virDomainPCIAddressSetGrow). Undefined for a bus of which nothing is known.
 */
export function pciBusModels(context: RuleContext): (bus: number) => string | undefined {
  const said = new Map(
    devicesOf(context, 'controllers').flatMap(({ item }) =>
      item.type === 'pci' && item.index !== undefined ? [[item.index, item.model] as const] : [],
    ),
  )
  const isExpress = isQ35(context) || isArmVirt(context)
  const implied = isI440fx(context) ? 'pci-bridge' : undefined
  const root = isI440fx(context) ? 'pci-root' : isExpress ? 'pcie-root' : undefined
  return (bus) => said.get(bus) ?? (bus === 0 ? root : implied)
}
