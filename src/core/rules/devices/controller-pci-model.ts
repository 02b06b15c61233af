import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('controllers', {
  id: 'controller.pci-model',
  title: 'A PCI controller without a model, or made by another device',
  source:
    "libvirt 11.3: \"Option 'modelName' has invalid value for PCI controller with index '1', model 'pcie-root-port' and modelName 'pci-bridge'\"; its schema wants a model",
  check(controller) {
    if (controller.type !== 'pci') return undefined
    if (controller.model === undefined) {
      if ((controller.index ?? 0) > 0) return undefined
      return {
        at: [],
        message: 'A PCI controller says which it is. libvirt adds the root bus by itself.',
        fix: { title: 'Remove the controller' },
      }
    }
    if (
      controller.pci_model !== undefined &&
      !(madeBy[controller.model] ?? []).includes(controller.pci_model)
    ) {
      const better = madeBy[controller.model]?.[0]
      return {
        at: ['pci_model'],
        message: `QEMU makes no ${controller.model} of ${controller.pci_model}${better === undefined ? '' : `, but of ${better}`}.`,
        fix: better === undefined ? { title: 'Leave it out' } : { title: `Take ${better}`, value: better },
      }
    }
    return undefined
  },
})

/** qemuValidateDomainDeviceDefControllerPCI: modelName. */
const madeBy: Readonly<Record<string, readonly string[]>> = {
  'pci-root': ['spapr-pci-host-bridge'],
  'pci-bridge': ['pci-bridge'],
  'dmi-to-pci-bridge': ['i82801b11-bridge'],
  'pcie-root-port': ['pcie-root-port', 'ioh3420'],
  'pcie-switch-upstream-port': ['x3130-upstream'],
  'pcie-switch-downstream-port': ['xio3130-downstream'],
  'pci-expander-bus': ['pxb'],
  'pcie-expander-bus': ['pxb-pcie'],
  'pcie-to-pci-bridge': ['pcie-pci-bridge'],
}
