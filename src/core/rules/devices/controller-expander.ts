import { deviceRule } from '../support/device-rule.ts'
import { isI440fx } from '../support/machine.ts'

export const rule = deviceRule('controllers', {
  id: 'controller.expander',
  title: 'An expander bus that the machine or the NUMA cells don’t have',
  source:
    'libvirt 11.3: "pcie-expander-bus controllers are not supported with this machine type", "pci-expander-bus with index 1 is configured for a NUMA node (1) not present in the domain\'s <cpu><numa> array (0)"',
  check(controller, context) {
    const cells = context.domain.cpu?.numa ?? []
    const { model } = controller
    if (model !== 'pci-expander-bus' && model !== 'pcie-expander-bus') return undefined
    const fits = model === 'pci-expander-bus' ? isI440fx(context) : !isI440fx(context)
    const node = controller.target?.node
    if (!fits)
      return {
        at: ['model'],
        message: `${context.domain.os?.machine} has no ${model}. Take ${model === 'pci-expander-bus' ? 'pcie-expander-bus' : 'pci-expander-bus'}.`,
        fix: { title: 'Remove the bus', at: [] },
      }
    if (node !== undefined && !cells.some(({ id }, index) => (id ?? index) === node))
      return {
        at: ['target', 'node'],
        message: `The bus belongs to NUMA cell ${node}, which the guest does not have.`,
        fix: { title: 'Leave the cell out' },
      }
    return undefined
  },
})
