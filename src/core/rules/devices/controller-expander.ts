import { devicesOf } from '../support/devices.ts'
import { isI440fx } from '../support/machine.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'controller.expander',
  title: 'An expander bus that the machine or the NUMA cells don’t have',
  severity: 'error',
  source:
    'libvirt 11.3: "pcie-expander-bus controllers are not supported with this machine type", "pci-expander-bus with index 1 is configured for a NUMA node (1) not present in the domain\'s <cpu><numa> array (0)"',
  *check(context) {
    const cells = context.domain.cpu?.numa ?? []
    for (const { item, path } of devicesOf(context, 'controllers')) {
      const { model } = item
      if (model !== 'pci-expander-bus' && model !== 'pcie-expander-bus') continue
      const fits = model === 'pci-expander-bus' ? isI440fx(context) : !isI440fx(context)
      const node = item.target?.node
      if (!fits)
        yield {
          path: at(context, ...path, 'model'),
          message: `${context.domain.os?.machine} has no ${model}. Take ${model === 'pci-expander-bus' ? 'pcie-expander-bus' : 'pci-expander-bus'}.`,
          fix: removeFix(context, 'Remove the bus', path),
        }
      else if (node !== undefined && !cells.some(({ id }, index) => (id ?? index) === node))
        yield {
          path: at(context, ...path, 'target', 'node'),
          message: `The bus belongs to NUMA cell ${node}, which the guest does not have.`,
          fix: removeFix(context, 'Leave the cell out', [...path, 'target', 'node']),
        }
    }
  },
}
